package import XMLTree

/// A property without its type, so that tools and tests can walk over all that a view declares.
package protocol DeclaredProperty: Sendable {
    var location: String { get }

    /// The value as it would be handed to a caller; for a child, a view or an array of views.
    func erasedValue(in element: XMLElement) -> any Sendable
}

extension Property: DeclaredProperty {
    package func erasedValue(in element: XMLElement) -> any Sendable {
        value(in: element)
    }
}

extension ElementView {
    /// Every property that the view declares, with its name, found by reflection so that none can be left out.
    package static var declaredProperties: [(name: String, property: any DeclaredProperty)] {
        Mirror(reflecting: properties).children.compactMap { child in
            guard let name = child.label, let property = child.value as? any DeclaredProperty else { return nil }
            return (name, property)
        }
    }

    /// Reads every declared property, and those of the views found on the way. Returns the number of values read.
    @discardableResult
    package func readEverything() -> Int {
        var count = 0
        for (_, property) in Self.declaredProperties {
            count += 1
            switch property.erasedValue(in: element) {
            case let view as any ElementView: count += view.readEverything()
            case let views as [any ElementView]: for view in views { count += view.readEverything() }
            default: break
            }
        }
        return count
    }
}
