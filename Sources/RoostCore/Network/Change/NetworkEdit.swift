import Libvirt
import LibvirtXML

/// A change of a network's whole definition by a person with an editor: applied as a whole or not at all.
public struct NetworkEdit: DirectEdit {
    public let network: VirtualNetwork
    /// The definition as it was when it was opened.
    public let original: String

    public var label: String { "network \(network.label)" }
    public var fileName: String { network.name }

    /// Reads the definition for the next start. Maps to `virNetworkGetXMLDesc`.
    /// - Throws: ``Failure``, of kind state for a network that has no definition.
    public init(_ network: VirtualNetwork) async throws(Failure) {
        let handle = network.handle
        let isPersistent = try await doing("Cannot edit network \(network.label)") { () throws(LibvirtError) in
            try await handle.isPersistent()
        }
        guard isPersistent else {
            throw Failure(
                .state, "Cannot edit network \(network.label)", why: "it has no definition: it is gone when it stops")
        }
        self.network = network
        original = try await Self.nextDefinition(of: network)
    }

    func nextDefinition() async throws(Failure) -> String { try await Self.nextDefinition(of: network) }

    private static func nextDefinition(of network: VirtualNetwork) async throws(Failure) -> String {
        let handle = network.handle
        return try await doing("Cannot read the definition of network \(network.label)") { () throws(LibvirtError) in
            try await handle.xml(inactive: true)
        }
    }

    /// Maps to `virNetworkDefineXMLFlags`.
    func define(_ text: String, validating: Bool) async throws(LibvirtError) {
        _ = try await network.host.connection.defineNetwork(xml: text, validate: validating)
    }

    func applied(hadEffect: Bool) async throws(Failure) -> DefinitionEdit.Applied {
        let handle = network.handle
        let isActive = try await doing("Cannot read the state of \(label)") { () throws(LibvirtError) in
            try await handle.isActive()
        }
        return .init(hadEffect: hadEffect, isActive: isActive, hasSavedState: false)
    }

    func fault(in text: String) -> Failure? {
        let what = "Cannot apply the definition of \(label)"
        let edited: LibvirtXML.Network
        do throws(LibvirtXMLError) {
            edited = try LibvirtXML.Network(parsing: text)
        } catch {
            return Failure(.usage, what, why: "\(error)")
        }
        guard edited.name == network.name else {
            return Failure(
                .usage, what, why: "its name was changed to '\(edited.name)'",
                remedy: "Change it back: libvirt cannot rename networks. Make another one of that name instead.")
        }
        guard edited.uuid?.lowercased() == network.uuid.lowercased() else {
            return Failure(
                .usage, what, why: edited.uuid == nil ? "its UUID was removed" : "its UUID was changed",
                remedy: "Put it back: <uuid>\(network.uuid)</uuid>")
        }
        return nil
    }
}
