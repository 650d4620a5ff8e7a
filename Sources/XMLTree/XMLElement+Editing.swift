/// Edits that change only what they name: in an element whose children are on lines of their own, a new child gets such a
/// line too, and a removed one takes its line with it.
extension XMLElement {
    /// Adds an element after the other children.
    public mutating func append(_ element: XMLElement) {
        insert(element, at: children.count)
    }

    /// Adds an element directly after the last child element of that name, or last when there is none.
    public mutating func insert(_ element: XMLElement, afterLast name: String) {
        let index = children.lastIndex { $0.element?.name == name }
        insert(element, at: index.map { $0 + 1 } ?? children.count)
    }

    /// Puts an element in the place of the first child of that name, or adds it last when there is none.
    public mutating func replaceFirst(_ name: String, with element: XMLElement) {
        guard let index = firstIndex(name), let old = children[index].element else { return append(element) }
        var element = element
        if !old.isUnformatted, let place = place(at: index) { element.settle(at: place.child, unit: place.unit) }
        children[index] = .element(element)
    }

    /// Removes the first child of that name.
    /// - Returns: what was removed.
    @discardableResult
    public mutating func removeFirst(_ name: String) -> XMLElement? {
        var removed: XMLElement?
        removeAll { element in
            guard removed == nil, element.name == name else { return false }
            removed = element
            return true
        }
        return removed
    }

    /// Removes the child elements of that name.
    public mutating func removeAll(named name: String) {
        removeAll { $0.name == name }
    }

    /// Removes the child elements that satisfy the predicate, each with the whitespace before it. When only whitespace is
    /// left, that goes too. Between texts, whitespace is content and stays.
    public mutating func removeAll<Failure: Error>(
        where predicate: (XMLElement) throws(Failure) -> Bool
    ) throws(Failure) {
        var kept: [XMLNode] = []
        kept.reserveCapacity(children.count)
        let isMixed = isMixed
        var hasRemoved = false
        for node in children {
            if case .element(let element) = node, try predicate(element) {
                if !isMixed, let last = kept.last, last.isWhitespace { kept.removeLast() }
                hasRemoved = true
            } else if case .text(let text) = node, case .text(let before)? = kept.last {
                kept[kept.count - 1] = .text(before + text)
            } else {
                kept.append(node)
            }
        }
        guard hasRemoved else { return }
        children = !isMixed && kept.allSatisfy(\.isWhitespace) ? [] : kept
    }

    /// Changes the first child of that name in place.
    /// - Parameter create: makes an empty one, last, when there is none.
    /// - Returns: what the body returned, or nil when there is no such child and none was to be made.
    @discardableResult
    public mutating func update<Result, Failure: Error>(
        first name: String, create: Bool = false, _ body: (inout XMLElement) throws(Failure) -> Result
    ) throws(Failure) -> Result? {
        guard let index = firstIndex(name), case .element(var child) = children[index] else {
            guard create else { return nil }
            var child = XMLElement(name)
            let result = try body(&child)
            append(child)
            return result
        }
        let place = placeForFirstContent(of: child, at: index)
        // Taken out of the tree meanwhile, so that the body changes it in place instead of a copy.
        children[index] = .text("")
        defer {
            if let place { child.settle(at: place.child, unit: place.unit) }
            children[index] = .element(child)
        }
        return try body(&child)
    }

    /// Changes every child element of that name in place, in order.
    public mutating func updateAll<Failure: Error>(
        named name: String, _ body: (inout XMLElement) throws(Failure) -> Void
    ) throws(Failure) {
        for index in children.indices {
            guard case .element(var child) = children[index], child.name == name else { continue }
            let place = placeForFirstContent(of: child, at: index)
            children[index] = .text("")
            defer {
                if let place { child.settle(at: place.child, unit: place.unit) }
                children[index] = .element(child)
            }
            try body(&child)
        }
    }

    private func firstIndex(_ name: String) -> Int? {
        children.firstIndex { $0.element?.name == name }
    }

    private mutating func insert(_ element: XMLElement, at index: Int) {
        guard let indentation else {
            children.insert(.element(element), at: index)
            return
        }
        var element = element
        element.settle(at: indentation.child, unit: indentation.unit)
        // The last child is the whitespace before the end tag; it stays last.
        let place = min(index, children.count - 1)
        children.insert(contentsOf: [.text(indentation.child), .element(element)], at: place)
    }

    /// Where a child stands, as far as its content has yet to be formatted: nil when it has elements already, since those
    /// are as their author wants them.
    private func placeForFirstContent(of child: XMLElement, at index: Int) -> XMLIndentation? {
        child.children.contains { $0.element != nil } ? nil : place(at: index)
    }

    /// The whitespace before a child, when that puts it on a line of its own.
    private func place(at index: Int) -> XMLIndentation? {
        guard index > 0, let lead = XMLIndentation.lead(children[index - 1]) else { return nil }
        return XMLIndentation(child: lead, closing: indentation?.closing ?? "")
    }
}
