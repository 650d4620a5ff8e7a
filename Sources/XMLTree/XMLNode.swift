/// What an element or a document is made of.
public enum XMLNode: Hashable, Sendable {
    case element(XMLElement)
    case text(String)
    case cdata(String)
    case comment(String)
    case processingInstruction(target: String, data: String)

    /// Whether this is text of nothing but spaces, tabs and line ends.
    var isWhitespace: Bool {
        if case .text(let text) = self { text.isXMLWhitespace } else { false }
    }

    var element: XMLElement? {
        if case .element(let element) = self { element } else { nil }
    }
}
