/// Turns a tree into text, and refuses what would not be well-formed.
struct XMLWriter {
    private let layout: XMLLayout
    private var bytes: [UInt8] = []

    init(_ layout: XMLLayout) {
        self.layout = layout
    }

    var text: String { String(decoding: bytes, as: UTF8.self) }

    mutating func write(_ document: XMLDocument) throws(XMLWriteError) {
        if let declaration = document.declaration { try write(declaration) }
        try write(outside: document.prolog)
        try write(root: document.root)
        try write(outside: document.epilog)
    }

    mutating func write(root: XMLElement) throws(XMLWriteError) {
        try write(root, depth: 1, isIndented: layout != .preserved)
    }

    private mutating func write(_ declaration: XMLDeclaration) throws(XMLWriteError) {
        guard declaration.version.isXMLVersion else { throw .invalidDeclaration }
        let quote = declaration.quote == .single ? "'" : "\""
        var text = "<?xml version=\(quote)\(declaration.version)\(quote)"
        if declaration.namesEncoding { text += " encoding=\(quote)UTF-8\(quote)" }
        if let standalone = declaration.standalone {
            text += " standalone=\(quote)\(standalone ? "yes" : "no")\(quote)"
        }
        bytes += (text + "?>").utf8
    }

    private mutating func write(outside nodes: [XMLNode]) throws(XMLWriteError) {
        for node in nodes {
            switch node {
            case .text(let text) where text.isXMLWhitespace: try write(escaping: text, in: "")
            case .comment, .processingInstruction: try writeMarkup(node)
            case .element, .text, .cdata: throw .contentOutsideRoot
            }
        }
    }

    private mutating func write(_ element: XMLElement, depth: Int, isIndented: Bool) throws(XMLWriteError) {
        guard depth <= XMLLimits.greatestDepth else { throw .tooDeep }
        guard element.name.isXMLName else { throw .invalidName(element.name) }
        bytes.append(UInt8(ascii: "<"))
        bytes += element.name.utf8
        try writeAttributes(of: element)
        let isIndented = isIndented && element["xml:space"] != "preserve"
        let isBlock = isIndented && element.isBlock
        let children = isBlock ? element.children.filter { !$0.isWhitespace } : element.children
        guard children.contains(where: { $0 != .text("") }) else {
            bytes += "/>".utf8
            return
        }
        bytes.append(UInt8(ascii: ">"))
        for child in children {
            if isBlock { writeLineEnd(depth) }
            switch child {
            // Whitespace inside mixed content is content, at every depth.
            case .element(let child): try write(child, depth: depth + 1, isIndented: isBlock)
            case .text(let text): try write(escaping: text, in: element.name)
            case .cdata(let text): try write(cdata: text, in: element.name)
            case .comment, .processingInstruction: try writeMarkup(child, in: element.name)
            }
        }
        if isBlock { writeLineEnd(depth - 1) }
        bytes += "</".utf8
        bytes += element.name.utf8
        bytes.append(UInt8(ascii: ">"))
    }

    private mutating func writeLineEnd(_ depth: Int) {
        guard case .indented(let width) = layout else { return }
        bytes.append(0x0A)
        bytes += repeatElement(0x20, count: max(0, width) * depth)
    }

    private mutating func writeAttributes(of element: XMLElement) throws(XMLWriteError) {
        for (index, attribute) in element.attributes.enumerated() {
            guard attribute.name.isXMLName else { throw .invalidName(attribute.name) }
            guard !element.attributes[..<index].contains(where: { $0.name.isExactly(attribute.name) }) else {
                throw .duplicateAttribute(attribute.name, element: element.name)
            }
            bytes.append(0x20)
            bytes += attribute.name.utf8
            bytes.append(UInt8(ascii: "="))
            bytes.append(attribute.quote.rawValue)
            try write(escaping: attribute.value, in: element.name, quote: attribute.quote)
            bytes.append(attribute.quote.rawValue)
        }
    }

    /// Writes text, or with a quote an attribute's value. `>` is always escaped, which takes care of `]]>`.
    private mutating func write(
        escaping text: String, in element: String, quote: XMLQuote? = nil
    ) throws(XMLWriteError) {
        try check(text, in: element)
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"): bytes += "&amp;".utf8
            case UInt8(ascii: "<"): bytes += "&lt;".utf8
            case UInt8(ascii: ">"): bytes += "&gt;".utf8
            // A bare carriage return would be read back as a line feed, in text too.
            case 0x0D: bytes += "&#13;".utf8
            case 0x0A where quote != nil: bytes += "&#10;".utf8
            case 0x09 where quote != nil: bytes += "&#9;".utf8
            case UInt8(ascii: "\"") where quote != nil: bytes += "&quot;".utf8
            // libvirt escapes both marks between apostrophes, libxml2 only its own between quotation marks.
            case UInt8(ascii: "'") where quote == .single: bytes += "&apos;".utf8
            default: bytes.append(byte)
            }
        }
    }

    /// A section cannot hold its own end mark, nor a carriage return: it is closed and opened again around them.
    private mutating func write(cdata text: String, in element: String) throws(XMLWriteError) {
        try check(text, in: element)
        bytes += "<![CDATA[".utf8
        var brackets = 0
        for byte in text.utf8 {
            if byte == UInt8(ascii: ">"), brackets >= 2 {
                bytes += "]]><![CDATA[".utf8
            }
            brackets = byte == UInt8(ascii: "]") ? brackets + 1 : 0
            if byte == 0x0D {
                bytes += "]]>&#13;<![CDATA[".utf8
            } else {
                bytes.append(byte)
            }
        }
        bytes += "]]>".utf8
    }

    private mutating func writeMarkup(_ node: XMLNode, in element: String = "") throws(XMLWriteError) {
        switch node {
        case .comment(let text):
            guard !text.contains("--"), !text.hasSuffix("-") else { throw .invalidComment }
            try check(text, in: element, isVerbatim: true)
            bytes += "<!--\(text)-->".utf8
        case .processingInstruction(let target, let data):
            // Namespaces in XML has no colon there, and libxml2 insists.
            guard target.isXMLName, !target.utf8.contains(UInt8(ascii: ":")), target.lowercased() != "xml" else {
                throw .invalidName(target)
            }
            guard !data.contains("?>") else { throw .invalidProcessingInstruction(target: target) }
            try check(data, in: element, isVerbatim: true)
            bytes += (data.isEmpty ? "<?\(target)?>" : "<?\(target) \(data)?>").utf8
        case .element, .text, .cdata: break
        }
    }

    /// - Parameter isVerbatim: whether references are not understood there, so that a carriage return would be lost.
    private func check(_ text: String, in element: String, isVerbatim: Bool = false) throws(XMLWriteError) {
        for scalar in text.unicodeScalars where !scalar.isXMLCharacter || (isVerbatim && scalar == "\r") {
            throw .forbiddenCharacter(codePoint: scalar.value, element: element)
        }
    }
}

extension XMLElement {
    /// Whether its children can be put on lines of their own without changing any text.
    fileprivate var isBlock: Bool {
        var hasElement = false
        for child in children {
            switch child {
            case .element: hasElement = true
            case .text, .cdata: guard child.isWhitespace else { return false }
            case .comment, .processingInstruction: break
            }
        }
        return hasElement
    }
}

extension String {
    /// Whether this is `1.` and digits.
    fileprivate var isXMLVersion: Bool {
        hasPrefix("1.") && utf8.count > 2 && utf8.dropFirst(2).allSatisfy { (0x30...0x39).contains($0) }
    }
}
