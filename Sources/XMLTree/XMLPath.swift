/// A place below an element: names of elements, then perhaps an attribute, such as `os/type/@arch`, `memory` or `@type`.
///
/// Each step means the first child element of that qualified name.
public struct XMLPath: Hashable, Sendable, CustomStringConvertible {
    /// The names of the elements on the way, outermost first.
    public let steps: [String]
    /// The attribute at its end, if it does not end in an element.
    public let attribute: String?

    /// - Parameter text: nil comes out when it is empty or has a part that is not a name.
    public init?(_ text: String) {
        var steps = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        var attribute: String?
        if let last = steps.last, last.hasPrefix("@") {
            attribute = String(last.dropFirst())
            steps.removeLast()
        }
        guard attribute?.isXMLName != false, steps.allSatisfy(\.isXMLName), !(steps.isEmpty && attribute == nil) else {
            return nil
        }
        self.steps = steps
        self.attribute = attribute
    }

    public var description: String { (steps + (attribute.map { ["@" + $0] } ?? [])).joined(separator: "/") }
}

extension XMLPath: ExpressibleByStringLiteral {
    /// A literal that is no path is a mistake in the program and stops it.
    public init(stringLiteral text: String) {
        guard let path = XMLPath(text) else { preconditionFailure("not an XML path: \(text)") }
        self = path
    }
}
