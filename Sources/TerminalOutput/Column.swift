/// One column of a table.
public struct Column: Sendable, Hashable {
    public enum Alignment: Sendable, Hashable { case left, right }

    public let title: String
    public let alignment: Alignment
    /// The width in terminal columns below which this one is not cut while others can still give way.
    public let minimum: Int
    /// When space is short, columns of the lowest priority are cut first.
    public let priority: Int

    /// The title is shown in upper case.
    public init(_ title: String, alignment: Alignment = .left, minimum: Int = 6, priority: Int = 0) {
        self.title = HostileText.sanitised(title.uppercased())
        self.alignment = alignment
        self.minimum = max(1, minimum)
        self.priority = priority
    }
}
