internal import CLibvirt

extension Connection {
    /// All networks, in one call.
    ///
    /// Maps to `virConnectListAllNetworks`.
    ///
    /// - Parameter selection: which of them; nothing means all.
    public func networks(_ selection: NetworkSelection = []) async throws(LibvirtError) -> [Network] {
        let calls = try openHandle().calls
        return try await blocking("virConnectListAllNetworks") { pointer throws(LibvirtError) in
            unsafe try takeList {
                unsafe virConnectListAllNetworks(pointer, $0, selection.rawValue)
            } adopt: {
                unsafe Network(adopting: $0, connection: self, calls: calls)
            }
        }
    }

    /// The network of that name.
    ///
    /// Maps to `virNetworkLookupByName`.
    ///
    /// - Throws: `.noNetwork` when there is none.
    public func network(named name: String) async throws(LibvirtError) -> Network {
        try checkText(name, "the network's name")
        return try await network("virNetworkLookupByName") { unsafe virNetworkLookupByName($0, name) }
    }

    /// The network with that identity.
    ///
    /// Maps to `virNetworkLookupByUUID`.
    ///
    /// - Throws: `.noNetwork` when there is none.
    public func network(uuid: LibvirtUUID) async throws(LibvirtError) -> Network {
        try await network("virNetworkLookupByUUID") { unsafe virNetworkLookupByUUID($0, uuid.bytes) }
    }

    /// Defines a network, or changes the definition of the one with the same name and identity. It is not started.
    ///
    /// Maps to `virNetworkDefineXMLFlags`.
    ///
    /// - Parameter validate: check the description against libvirt's schema first. `VIR_NETWORK_DEFINE_VALIDATE`
    public func defineNetwork(xml: String, validate: Bool = false) async throws(LibvirtError) -> Network {
        try checkText(xml, "the network's description")
        let flags = validate ? VIR_NETWORK_DEFINE_VALIDATE.rawValue : 0
        return try await network("virNetworkDefineXMLFlags") { unsafe virNetworkDefineXMLFlags($0, xml, flags) }
    }

    /// Starts a transient network, which is gone once it is stopped.
    ///
    /// Maps to `virNetworkCreateXMLFlags`.
    ///
    /// - Parameter validate: check the description against libvirt's schema first. `VIR_NETWORK_CREATE_VALIDATE`
    public func createNetwork(xml: String, validate: Bool = false) async throws(LibvirtError) -> Network {
        try checkText(xml, "the network's description")
        let flags = validate ? VIR_NETWORK_CREATE_VALIDATE.rawValue : 0
        return try await network("virNetworkCreateXMLFlags") { unsafe virNetworkCreateXMLFlags($0, xml, flags) }
    }

    /// Makes a call that hands out one network.
    @safe private func network(
        _ name: String, _ body: @escaping @Sendable (OpaquePointer) -> OpaquePointer?
    ) async throws(LibvirtError) -> Network {
        let calls = try openHandle().calls
        return try await blocking(name) { pointer throws(LibvirtError) in
            let network = unsafe try check(body(pointer))
            return unsafe Network(adopting: network, connection: self, calls: calls)
        }
    }
}
