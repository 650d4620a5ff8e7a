/// The `<?xml …?>` at the start of a document.
public struct XMLDeclaration: Hashable, Sendable {
    /// Such as `1.0`.
    public var version: String
    /// Whether it names an encoding. What is written is UTF-8, and so says the declaration.
    public var namesEncoding: Bool
    /// `standalone="yes"` or `"no"`, or nothing.
    public var standalone: Bool?
    public var quote: XMLQuote

    public init(version: String = "1.0", namesEncoding: Bool = true, standalone: Bool? = nil, quote: XMLQuote = .double)
    {
        self.version = version
        self.namesEncoding = namesEncoding
        self.standalone = standalone
        self.quote = quote
    }
}
