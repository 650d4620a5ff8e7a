/// One attribute of an element; a namespace declaration is one too (`xmlns:qemu`).
public struct XMLAttribute: Hashable, Sendable {
    /// The qualified name as written.
    public var name: String
    /// The value with references resolved.
    public var value: String
    /// How the value is quoted when written. It is no part of equality: it says nothing.
    public var quote: XMLQuote

    public init(_ name: String, _ value: String, quote: XMLQuote = .single) {
        self.name = name
        self.value = value
        self.quote = quote
    }

    public static func == (left: Self, right: Self) -> Bool {
        left.name == right.name && left.value == right.value
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(name)
        hasher.combine(value)
    }
}
