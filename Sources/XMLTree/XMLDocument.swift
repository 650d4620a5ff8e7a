/// A whole document: the root element and what stands before and after it.
public struct XMLDocument: Hashable, Sendable {
    public var declaration: XMLDeclaration?
    /// Comments, processing instructions and whitespace before the root.
    public var prolog: [XMLNode]
    public var root: XMLElement
    /// Comments, processing instructions and whitespace after the root.
    public var epilog: [XMLNode]

    public init(
        declaration: XMLDeclaration? = nil, prolog: [XMLNode] = [], root: XMLElement, epilog: [XMLNode] = [.text("\n")]
    ) {
        self.declaration = declaration
        self.prolog = prolog
        self.root = root
        self.epilog = epilog
    }

    /// Parses a text. An encoding that its declaration names is not believed: the text is Unicode already.
    ///
    /// A document type declaration is refused as soon as it is seen; nothing is fetched and no entity is expanded.
    /// - Throws: ``XMLParseError``, one, with its place.
    public init(parsing text: String, limits: XMLLimits = .standard) throws(XMLParseError) {
        self = try XMLParser.parse(Array(text.utf8), limits: limits)
    }

    /// Parses bytes of UTF-8, with or without a byte order mark.
    /// - Throws: ``XMLParseError``, one, with its place.
    public init(parsing bytes: [UInt8], limits: XMLLimits = .standard) throws(XMLParseError) {
        self = try XMLParser.parse(bytes, limits: limits)
    }

    /// The document as text.
    ///
    /// With the layout `preserved`, a parsed document that was not changed comes out byte for byte, save for what XML does
    /// not tell apart: line ends (`\n`), whitespace inside tags (one space), `<a></a>` (`<a/>`), the spelling of references
    /// and the name of the encoding (`UTF-8`).
    /// - Throws: ``XMLWriteError`` when the result would not be well-formed.
    public func serialized(_ layout: XMLLayout = .preserved) throws(XMLWriteError) -> String {
        var writer = XMLWriter(layout)
        try writer.write(self)
        return writer.text
    }
}
