/// A first look at the markup, for what libxml2's events do not tell: the quotes around attributes, the whitespace beside
/// the root, and a flood of attributes, whose cost in libxml2 is the square of their number.
///
/// It does not judge well-formedness. Where it loses its way, it stops, and libxml2 says what is wrong.
struct XMLScanner {
    /// What stands at the top level of a document.
    enum Piece: Hashable {
        case whitespace(String)
        /// A comment or a processing instruction.
        case markup
        case root
    }

    private(set) var pieces: [Piece] = []
    /// The quotes of all attributes in document order.
    private(set) var quotes: [XMLQuote] = []
    private(set) var declaration: XMLDeclaration?

    private let bytes: [UInt8]
    private let limits: XMLLimits
    private var position = 0
    private var depth = 0

    init(_ bytes: [UInt8], limits: XMLLimits) throws(XMLParseError) {
        self.bytes = bytes
        self.limits = limits
        scanDeclaration()
        while position < bytes.count, try scanPiece() {}
    }

    /// - Returns: whether there is more to look at.
    private mutating func scanPiece() throws(XMLParseError) -> Bool {
        guard bytes[position] == UInt8(ascii: "<") else {
            scanText()
            return true
        }
        if starts(with: "<!--") { return scanMarkup(opening: 4, closing: "-->") }
        if starts(with: "<![CDATA[") { return scanMarkup(opening: 9, closing: "]]>") }
        if starts(with: "<?") { return scanMarkup(opening: 2, closing: "?>") }
        if starts(with: "</") { return scanMarkup(opening: 2, closing: ">", depthChange: -1) }
        // A document type declaration: libxml2 is about to refuse it.
        if starts(with: "<!") { return false }
        return try scanStartTag()
    }

    private mutating func scanText() {
        let start = position
        while position < bytes.count, bytes[position] != UInt8(ascii: "<") { position += 1 }
        if depth == 0 { pieces.append(.whitespace(String(decoding: bytes[start..<position], as: UTF8.self))) }
    }

    private mutating func scanMarkup(opening: Int, closing: StaticString, depthChange: Int = 0) -> Bool {
        if depth == 0 { pieces.append(.markup) }
        position += opening
        guard skip(past: closing) else { return false }
        depth += depthChange
        return depth >= 0
    }

    private mutating func scanStartTag() throws(XMLParseError) -> Bool {
        if depth == 0 { pieces.append(.root) }
        var count = 0
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            switch byte {
            case UInt8(ascii: ">"):
                if bytes[position - 2] != UInt8(ascii: "/") { depth += 1 }
                return true
            case UInt8(ascii: "'"), UInt8(ascii: "\""):
                count += 1
                guard count <= limits.maximumAttributes else {
                    let (line, column) = bytes.place(of: position - 1)
                    throw XMLParseError(
                        .tooManyAttributes, "an element has more than \(limits.maximumAttributes) attributes",
                        line: line,
                        column: column)
                }
                quotes.append(byte == XMLQuote.single.rawValue ? .single : .double)
                guard let end = bytes[position...].firstIndex(of: byte) else { return false }
                position = end + 1
            default: break
            }
        }
        return false
    }

    private mutating func scanDeclaration() {
        guard starts(with: "<?xml"), bytes.count > 5, bytes[5].isXMLWhitespace, skip(past: "?>") else { return }
        let fields = String(decoding: bytes[5..<(position - 2)], as: UTF8.self).utf8
            .split { $0 == XMLQuote.single.rawValue || $0 == XMLQuote.double.rawValue }
            .map { String(decoding: $0, as: UTF8.self).trimmingXMLWhitespace }
        // Pairs now, such as `version=` and `1.0`; a space may stand before the equals sign.
        var declaration = XMLDeclaration(namesEncoding: false)
        for (name, value) in zip(fields, fields.dropFirst()) {
            switch name.prefix(while: { $0 != "=" && !$0.isWhitespace }) {
            case "version": declaration.version = value
            case "encoding": declaration.namesEncoding = true
            case "standalone": declaration.standalone = value == "yes"
            default: break
            }
        }
        declaration.quote = bytes[5..<position].contains(XMLQuote.double.rawValue) ? .double : .single
        self.declaration = declaration
    }

    private func starts(with text: StaticString) -> Bool {
        bytes[position...].starts(with: text.description.utf8)
    }

    /// - Returns: whether the mark was there.
    private mutating func skip(past mark: StaticString) -> Bool {
        let mark = Array(mark.description.utf8)
        while position + mark.count <= bytes.count {
            guard let next = bytes[position...].firstIndex(of: mark[0]) else { break }
            if bytes[next...].starts(with: mark) {
                position = next + mark.count
                return true
            }
            position = next + 1
        }
        position = bytes.count
        return false
    }
}

extension String {
    fileprivate var trimmingXMLWhitespace: String {
        let bytes = utf8.drop(while: \.isXMLWhitespace)
        let end = bytes.lastIndex { !$0.isXMLWhitespace }.map { bytes.index(after: $0) } ?? bytes.startIndex
        return String(decoding: bytes[bytes.startIndex..<end], as: UTF8.self)
    }
}
