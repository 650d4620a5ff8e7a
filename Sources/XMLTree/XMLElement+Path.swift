extension XMLElement {
    /// The first element at the end of the path, or nil when a step is missing. A path's attribute is not looked at.
    public func element(at path: XMLPath) -> XMLElement? {
        var place = self
        for step in path.steps {
            guard let next = place.first(step) else { return nil }
            place = next
        }
        return place
    }

    /// The attribute's value or the element's text at a path, or nil when there is none.
    public func value(at path: XMLPath) -> String? {
        guard let end = element(at: path) else { return nil }
        guard let attribute = path.attribute else { return end.text }
        return end[attribute]
    }

    /// Sets an attribute or an element's text at a path.
    ///
    /// Missing elements on the way are made, each last in its parent. nil removes the attribute or the element (with
    /// all it contains), and then each parent that this left with neither attributes nor content; never the receiver.
    public mutating func setValue(_ value: String?, at path: XMLPath) {
        if let value {
            set(value, steps: path.steps[...], attribute: path.attribute)
        } else {
            remove(steps: path.steps[...], attribute: path.attribute)
        }
    }

    private mutating func set(_ value: String, steps: ArraySlice<String>, attribute: String?) {
        guard let step = steps.first else {
            if let attribute { self[attribute] = value } else { text = value }
            return
        }
        update(first: step, create: true) { $0.set(value, steps: steps.dropFirst(), attribute: attribute) }
    }

    /// - Returns: whether something was removed.
    @discardableResult
    private mutating func remove(steps: ArraySlice<String>, attribute: String?) -> Bool {
        guard let step = steps.first else {
            guard let attribute, self[attribute] != nil else { return false }
            self[attribute] = nil
            return true
        }
        if steps.count == 1 && attribute == nil { return removeFirst(step) != nil }
        let removed = update(first: step) { $0.remove(steps: steps.dropFirst(), attribute: attribute) } ?? false
        if removed, let left = first(step), left.attributes.isEmpty, left.children.allSatisfy(\.isWhitespace) {
            removeFirst(step)
        }
        return removed
    }
}
