/// The whitespace that an element with children on lines of their own is formatted with.
struct XMLIndentation: Hashable {
    /// What stands before each child: a line end and spaces.
    var child: String
    /// What stands before the end tag.
    var closing: String

    /// What one level adds; two spaces, as libvirt has it, when that cannot be seen.
    var unit: String {
        child.utf8.count > closing.utf8.count && child.hasPrefix(closing)
            ? String(child.dropFirst(closing.count)) : "  "
    }

    /// The last line end of a whitespace text and what follows it, or nil when it is not such a text.
    static func lead(_ node: XMLNode?) -> String? {
        guard case .text(let text)? = node, text.isXMLWhitespace, let end = text.utf8.lastIndex(of: 0x0A) else {
            return nil
        }
        return String(text[end...])
    }
}

extension XMLElement {
    /// How this element's children are formatted, or nil when they are not on lines of their own.
    var indentation: XMLIndentation? {
        guard let closing = XMLIndentation.lead(children.last), !isMixed else { return nil }
        guard let last = children.lastIndex(where: { $0.element != nil }) else {
            return children.count == 1 ? XMLIndentation(child: closing + "  ", closing: closing) : nil
        }
        guard last > 0, let child = XMLIndentation.lead(children[last - 1]) else { return nil }
        return XMLIndentation(child: child, closing: closing)
    }

    /// Whether there is text beside the elements, so that whitespace is content.
    var isMixed: Bool {
        children.contains { node in
            switch node {
            case .text: !node.isWhitespace
            case .cdata: true
            case .element, .comment, .processingInstruction: false
            }
        }
    }

    /// Whether it has child elements and no text at all, not even whitespace.
    var isUnformatted: Bool {
        var hasElement = false
        for node in children {
            switch node {
            case .element: hasElement = true
            case .text, .cdata: return false
            case .comment, .processingInstruction: break
            }
        }
        return hasElement
    }

    /// Fits a new element to its place: one without whitespace gets it, one formatted for another depth is moved.
    /// - Parameters:
    ///   - lead: the line end and spaces before the element.
    ///   - unit: what one level adds.
    mutating func settle(at lead: String, unit: String) {
        if isUnformatted {
            let inner = lead + unit
            children = children.flatMap { node -> [XMLNode] in
                guard case .element(var element) = node else { return [.text(inner), node] }
                element.settle(at: inner, unit: unit)
                return [.text(inner), .element(element)]
            }
            children.append(.text(lead))
        } else if let indentation, indentation.closing != lead {
            shift(from: indentation.closing, to: lead)
        }
    }

    private mutating func shift(from old: String, to new: String) {
        guard children.contains(where: { $0.element != nil }) else { return }
        for index in children.indices {
            switch children[index] {
            case .element(var element):
                element.shift(from: old, to: new)
                children[index] = .element(element)
            case .text(let text):
                guard let lead = XMLIndentation.lead(children[index]), lead.hasPrefix(old) else { continue }
                children[index] = .text(text.dropLast(lead.count) + new + lead.dropFirst(old.count))
            case .cdata, .comment, .processingInstruction: break
            }
        }
    }
}
