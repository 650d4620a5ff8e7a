import XMLTree

extension Property {
    /// A child that may be missing.
    init<View: ElementView>(child path: XMLPath) where Value == View? {
        self.init(path.description) { element in
            element.element(at: path).map(View.init(element:))
        } write: { value, element in
            guard let name = path.steps.last else { return }
            element.edit(at: path.steps.dropLast()) { parent in
                if let value {
                    parent.replaceFirst(name, with: value.element.renamed(name))
                } else {
                    parent.removeFirst(name)
                }
            }
        }
    }

    /// The children of one name, in their order.
    init<View: ElementView>(children path: XMLPath) where Value == [View] {
        self.init(path.description) { element in
            element.siblings(at: path).map(View.init(element:))
        } write: { value, element in
            element.setSiblings(value.map(\.element), at: path)
        }
    }

    /// The texts of the children of one name, or of one attribute of each, in their order. Children whose text is not a
    /// `Text` are left out.
    init<Text: XMLText>(texts path: XMLPath) where Value == [Text] {
        self.init(path.description) { element in
            element.siblings(at: path).compactMap { $0.ownText(path.attribute).flatMap(Text.init(xmlText:)) }
        } write: { value, element in
            guard let name = path.steps.last else { return }
            element.setSiblings(element.siblings(at: path).saying(value.map(\.xmlText), name, path.attribute), at: path)
        }
    }

    /// The values of an `<enum name='…'>` of the capabilities, below the element at `path`.
    init<Text: XMLText>(enum name: String, of path: XMLPath) where Value == [Text] {
        self.init("\(path)/enum[@name='\(name)']/value") { element in
            let list = element.element(at: path)?.elements(named: "enum").first { $0["name"] == name }
            return list?.elements(named: "value").compactMap { Text(xmlText: $0.text) } ?? []
        } write: { value, element in
            element.edit(at: path.steps[...]) { parent in
                var lists = parent.elements(named: "enum")
                let index = lists.firstIndex { $0["name"] == name }
                var list = index.map { lists.remove(at: $0) } ?? XMLElement("enum", ["name": name])
                let words = value.map(\.xmlText)
                list.replaceChildren(
                    named: "value", with: list.elements(named: "value").saying(words, "value", nil))
                if !words.isEmpty { lists.insert(list, at: index ?? lists.endIndex) }
                parent.replaceChildren(named: "enum", with: lists)
            }
        }
    }
}

extension Property where Value: ElementView {
    /// A child that only groups other properties: missing and empty are the same.
    init(group path: XMLPath) {
        self.init(path.description) { element in
            Value(element: element.element(at: path) ?? XMLElement(path.steps.last ?? Value.elementName))
        } write: { value, element in
            element.edit(at: path.steps[...]) { $0 = value.element.renamed($0.name) }
        }
    }
}

extension XMLElement {
    fileprivate func ownText(_ attribute: String?) -> String? {
        guard let attribute else { return text }
        return self[attribute]
    }

    fileprivate func siblings(at path: XMLPath) -> [XMLElement] {
        guard let name = path.steps.last else { return [] }
        var parent = self
        for step in path.steps.dropLast() {
            guard let next = parent.first(step) else { return [] }
            parent = next
        }
        return parent.elements(named: name)
    }

    fileprivate mutating func setSiblings(_ siblings: [XMLElement], at path: XMLPath) {
        guard let name = path.steps.last else { return }
        edit(at: path.steps.dropLast()) { $0.replaceChildren(named: name, with: siblings) }
    }
}

extension [XMLElement] {
    /// One element for each word: the one that says it already, with whatever else it holds, or a new one.
    fileprivate func saying(_ words: [String], _ name: String, _ attribute: String?) -> [XMLElement] {
        var present = self
        return words.map { word in
            if let match = present.firstIndex(where: { $0.ownText(attribute) == word }) {
                return present.remove(at: match)
            }
            var new = XMLElement(name)
            if let attribute { new[attribute] = word } else { new.text = word }
            return new
        }
    }
}
