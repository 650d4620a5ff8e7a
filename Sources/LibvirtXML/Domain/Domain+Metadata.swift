public import XMLTree

/// What programs keep with a domain: one element of each namespace inside `<metadata>`.
extension Domain {
    /// The element of a namespace, whatever its prefix.
    public func metadata(namespace: String) -> XMLElement? {
        guard let metadata = element.first("metadata") else { return nil }
        let scope = XMLNamespaceScope().entering(element).entering(metadata)
        return metadata.elements.first { scope.resolve($0).namespace == namespace }
    }

    /// Puts an element in the place of the one of its namespace, or adds it; nil removes that one. Elements of other
    /// namespaces stay as they are.
    /// - Parameter element: it has to declare the namespace itself.
    public mutating func setMetadata(_ replacement: XMLElement?, namespace: String) {
        let outer = XMLNamespaceScope().entering(element)
        element.edit(at: ["metadata"]) { metadata in
            let scope = outer.entering(metadata)
            let isOwn: (XMLElement) -> Bool = { scope.resolve($0).namespace == namespace }
            guard let old = metadata.elements.first(where: isOwn) else {
                if let replacement { metadata.append(replacement) }
                return
            }
            guard let replacement else { return metadata.removeAll(where: isOwn) }
            var isDone = false
            metadata.updateAll(named: old.name) { child in
                guard !isDone, isOwn(child) else { return }
                child = replacement
                isDone = true
            }
        }
    }
}
