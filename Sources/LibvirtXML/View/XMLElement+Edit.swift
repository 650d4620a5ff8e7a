import XMLTree

extension XMLElement {
    /// Edits the first element at the end of `steps`, which is made when it is missing, and removes on the way back every
    /// element of the path that the edit left without attributes and content.
    mutating func edit(at steps: ArraySlice<String>, _ body: (inout XMLElement) -> Void) {
        guard let step = steps.first else { return body(&self) }
        guard first(step) != nil else {
            var child = XMLElement(step)
            child.edit(at: steps.dropFirst(), body)
            if !child.isVoid { append(child) }
            return
        }
        update(first: step) { $0.edit(at: steps.dropFirst(), body) }
        if first(step)?.isVoid == true { removeFirst(step) }
    }

    /// The text of an attribute or element. An element without text is the same as none.
    func text(at path: XMLPath) -> String? {
        guard let value = value(at: path) else { return nil }
        return path.attribute == nil && value.isEmpty ? nil : value
    }

    /// Sets the text of an attribute or element; nil removes it, but leaves an element that holds more than text.
    mutating func setText(_ text: String?, at path: XMLPath) {
        edit(at: path.steps[...]) { holder in
            if let attribute = path.attribute {
                holder[attribute] = text
            } else {
                holder.text = text ?? ""
            }
        }
    }

    /// Makes `replacements` the children called `name`. Those that stay keep their places, so that comments and other
    /// elements between them stay where they are; new ones come after the last.
    mutating func replaceChildren(named name: String, with replacements: [XMLElement]) {
        let current = elements(named: name)
        let surplus = current.count - replacements.count
        if surplus > 0 {
            let gone = replacements.difference(from: current).removals.compactMap { change -> Int? in
                guard case .remove(let offset, _, _) = change else { return nil }
                return offset
            }
            let removed = Set(gone.prefix(surplus))
            var member = -1
            removeAll { element in
                guard element.name == name else { return false }
                member += 1
                return removed.contains(member)
            }
        }
        var remaining = replacements[...]
        updateAll(named: name) { child in
            if let replacement = remaining.popFirst() { child = replacement.renamed(name) }
        }
        for replacement in remaining { insert(replacement.renamed(name), afterLast: name) }
    }

    func renamed(_ name: String) -> XMLElement {
        var copy = self
        copy.name = name
        return copy
    }

    /// Neither attributes nor anything but white space inside.
    private var isVoid: Bool {
        attributes.isEmpty
            && children.allSatisfy { node in
                guard case .text(let text) = node else { return false }
                return text.trimmingXMLSpace().isEmpty
            }
    }
}
