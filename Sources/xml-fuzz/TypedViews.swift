import LibvirtXML
import XMLTree

/// Reads everything that the typed views of LibvirtXML can read from a document, which must not crash on any.
enum TypedViews {
    private static let views: [any ElementView.Type] = [
        Domain.self, DomainSnapshot.self, Network.self, StoragePool.self, Volume.self, Capabilities.self,
        DomainCapabilities.self,
    ]

    /// - Returns: the number of values read.
    static func read(_ root: XMLElement) -> Int {
        // An element that no view is made for is read as if it were a domain.
        let view = views.first { $0.elementName == root.name } ?? Domain.self
        return view.init(element: root).readEverything()
    }
}
