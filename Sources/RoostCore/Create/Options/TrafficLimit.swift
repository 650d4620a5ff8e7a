/// A limit on an interface's traffic in one direction; an average of 0 is no limit.
public struct TrafficLimit: RequestListItem {
    /// In KiB a second.
    public var average: Int?
    /// In KiB a second.
    public var peak: Int?
    /// In KiB.
    public var burst: Int?

    public init() {}

    @SuboptionsBuilder<Self> static var suboptions: [Suboption<Self>] {
        Suboption("average", .number(0...1 << 31), "Average, in KiB a second; 0 is no limit.", \.average)
        Suboption("peak", .number(1...1 << 31), "Most at a time, in KiB a second.", \.peak)
        Suboption("burst", .number(1...1 << 31), "How much may go at the peak's speed, in KiB.", \.burst)
    }
}
