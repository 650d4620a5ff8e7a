public import XMLTree

/// Why a text is not the document that was asked for.
public enum LibvirtXMLError: Error, Hashable, Sendable, CustomStringConvertible {
    case malformed(XMLParseError)
    case unexpectedRoot(expected: String, found: String)

    public var description: String {
        switch self {
        case .malformed(let error): error.description
        case .unexpectedRoot(let expected, let found): "expected <\(expected)>, found <\(found)>"
        }
    }
}
