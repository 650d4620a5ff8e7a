extension XMLElement {
    /// Whether two elements say the same: the order of attributes, the quotes around them, whitespace between elements and
    /// the split of text into text and CDATA do not count. Whitespace in an element without child elements is its text
    /// and counts. Prefixes are compared as written.
    public func semanticallyEquals(_ other: XMLElement, ignoringComments: Bool = true) -> Bool {
        guard name == other.name, attributes.count == other.attributes.count,
            attributes.sorted(by: { $0.name < $1.name }) == other.attributes.sorted(by: { $0.name < $1.name })
        else { return false }
        let own = comparableChildren(ignoringComments)
        let others = other.comparableChildren(ignoringComments)
        guard own.count == others.count else { return false }
        return zip(own, others).allSatisfy { left, right in
            if case .element(let left) = left, case .element(let right) = right {
                return left.semanticallyEquals(right, ignoringComments: ignoringComments)
            }
            return left == right
        }
    }

    /// The children with text joined and what does not count left out.
    private func comparableChildren(_ ignoringComments: Bool) -> [XMLNode] {
        var joined: [XMLNode] = []
        for node in children {
            switch node {
            case .comment where ignoringComments: continue
            case .text(let text), .cdata(let text):
                if case .text(let before)? = joined.last {
                    joined[joined.count - 1] = .text(before + text)
                } else if !text.isEmpty {
                    joined.append(.text(text))
                }
            case .element, .comment, .processingInstruction: joined.append(node)
            }
        }
        if joined.contains(where: { $0.element != nil }) { joined.removeAll(where: \.isWhitespace) }
        return joined
    }
}
