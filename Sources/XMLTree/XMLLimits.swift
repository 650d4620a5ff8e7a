/// What a parse may cost at most. Input beyond a limit is refused with an ``XMLParseError``.
public struct XMLLimits: Hashable, Sendable {
    /// The deepest nesting that can be asked for; libxml2 has the same bound.
    public static let greatestDepth = 256

    /// Largest input, in bytes of UTF-8.
    public var maximumBytes: Int
    /// Deepest nesting of elements; the root is at depth 1. At most ``greatestDepth``.
    public var maximumDepth: Int
    /// Most nodes: elements, attributes, texts, comments and processing instructions together.
    public var maximumNodes: Int
    /// Most attributes of one element. libxml2 compares each with each, so a flood of them costs its square.
    public var maximumAttributes: Int

    public init(
        maximumBytes: Int = 16 << 20, maximumDepth: Int = 200, maximumNodes: Int = 200_000, maximumAttributes: Int = 256
    ) {
        self.maximumBytes = maximumBytes
        self.maximumDepth = min(maximumDepth, Self.greatestDepth)
        self.maximumNodes = maximumNodes
        self.maximumAttributes = maximumAttributes
    }

    /// 16 MiB, 200 levels, 200,000 nodes, 256 attributes an element.
    public static let standard = XMLLimits()
}
