public import XMLTree

/// A limit for one direction of traffic: `<inbound>` or `<outbound>`.
public struct Bandwidth: ElementView {
    public static let elementName = "inbound"
    public static let properties = Properties()

    public var element: XMLElement

    public init(element: XMLElement) { self.element = element }

    public init(average: UInt, peak: UInt? = nil, burst: UInt? = nil) {
        self.init()
        self.average = average
        self.peak = peak
        self.burst = burst
    }

    public struct Properties: Sendable {
        /// In KiB a second.
        public let average = Property<UInt?>("@average")
        /// In KiB a second.
        public let peak = Property<UInt?>("@peak")
        /// In KiB.
        public let burst = Property<UInt?>("@burst")
        /// In KiB a second, guaranteed.
        public let floor = Property<UInt?>("@floor")
    }
}
