extension XMLElement {
    /// Parses a text that is one element, with or without comments and processing instructions around it (those are lost).
    /// - Throws: ``XMLParseError``, one, with its place.
    public init(parsing text: String, limits: XMLLimits = .standard) throws(XMLParseError) {
        self = try XMLDocument(parsing: text, limits: limits).root
    }

    /// The element as text, without declaration or final line end; see ``XMLDocument/serialized(_:)``.
    /// - Throws: ``XMLWriteError`` when the result would not be well-formed.
    public func serialized(_ layout: XMLLayout = .preserved) throws(XMLWriteError) -> String {
        var writer = XMLWriter(layout)
        try writer.write(root: self)
        return writer.text
    }
}
