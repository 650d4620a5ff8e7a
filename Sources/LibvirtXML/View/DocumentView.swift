public import XMLTree

/// A view of what libvirt hands over as one document, such as `<domain>`.
public protocol DocumentView: ElementView {}

extension DocumentView {
    /// Reads a document as libvirt prints it. What stands before and after its root element (comments) is not kept.
    /// - Throws: when the text is not well-formed, too large or too deep, or when its root element is another one.
    public init(parsing text: String, limits: XMLLimits = .standard) throws(LibvirtXMLError) {
        let root: XMLElement
        do {
            root = try XMLElement(parsing: text, limits: limits)
        } catch {
            throw .malformed(error)
        }
        guard root.name == Self.elementName else {
            throw .unexpectedRoot(expected: Self.elementName, found: root.name)
        }
        self.init(element: root)
    }

    /// The document as libvirt takes it.
    /// - Parameter layout: `preserved` gives what was parsed byte for byte, with new parts indented like their neighbours.
    ///   A document that was made from nothing has no white space of its own and reads better as `indented(by: 2)`.
    /// - Throws: when a value holds a character that XML cannot hold.
    public func xml(_ layout: XMLLayout = .preserved) throws(XMLWriteError) -> String {
        try element.serialized(layout) + "\n"
    }
}
