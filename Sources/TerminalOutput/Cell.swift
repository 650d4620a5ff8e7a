/// One cell of a table, or one value of a view.
public struct Cell: Sendable, Hashable, ExpressibleByStringLiteral {
    public let text: String
    public let style: Style

    /// Any text will do; it is made safe here.
    public init(_ text: String, style: Style = .plain) {
        self.text = HostileText.sanitised(text)
        self.style = style
    }

    public init(stringLiteral value: String) { self.init(value) }
}
