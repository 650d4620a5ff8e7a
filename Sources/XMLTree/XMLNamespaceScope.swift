/// Which namespace each prefix means at some place of a document.
///
/// An element does not know its parents, so whoever walks down carries the scope: start with `XMLNamespaceScope()`, and
/// add each element entered.
public struct XMLNamespaceScope: Hashable, Sendable {
    /// The namespace of each prefix; the prefix "" is the default namespace.
    public private(set) var namespaces: [String: String]

    public init() {
        namespaces = ["xml": "http://www.w3.org/XML/1998/namespace"]
    }

    /// The scope inside an element: this one with the element's own declarations.
    public func entering(_ element: XMLElement) -> XMLNamespaceScope {
        var scope = self
        for attribute in element.attributes {
            if attribute.name == "xmlns" {
                scope.namespaces[""] = attribute.value.isEmpty ? nil : attribute.value
            } else if attribute.name.hasPrefix("xmlns:") {
                scope.namespaces[String(attribute.name.dropFirst(6))] = attribute.value
            }
        }
        return scope
    }

    /// The local name and the namespace (nil for none, or for a prefix that nothing declares) of an element that stands
    /// in this scope; its own declarations count.
    public func resolve(_ element: XMLElement) -> (localName: String, namespace: String?) {
        let parts = element.name.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        let inside = entering(element)
        guard parts.count == 2 else { return (element.name, inside.namespaces[""]) }
        return (String(parts[1]), inside.namespaces[String(parts[0])])
    }

    /// Whether an element that stands in this scope has the local name in the namespace.
    public func matches(_ element: XMLElement, _ localName: String, namespace: String) -> Bool {
        let resolved = resolve(element)
        return resolved.localName == localName && resolved.namespace == namespace
    }
}

extension XMLElement {
    /// The first child with a local name in a namespace, whatever its prefix.
    /// - Parameter scope: what is declared around this element; its own declarations are added here.
    public func first(
        _ localName: String, namespace: String, in scope: XMLNamespaceScope = XMLNamespaceScope()
    ) -> XMLElement? {
        let inside = scope.entering(self)
        for case .element(let child) in children where inside.matches(child, localName, namespace: namespace) {
            return child
        }
        return nil
    }
}
