internal import CLibvirt

extension Connection {
    /// All network filters, in one call.
    ///
    /// Maps to `virConnectListAllNWFilters`.
    public func networkFilters() async throws(LibvirtError) -> [NetworkFilter] {
        let calls = try openHandle().calls
        return try await blocking("virConnectListAllNWFilters") { pointer throws(LibvirtError) in
            unsafe try takeList {
                unsafe virConnectListAllNWFilters(pointer, $0, 0)
            } adopt: {
                unsafe NetworkFilter(adopting: $0, connection: self, calls: calls)
            }
        }
    }

    /// The network filter of that name.
    ///
    /// Maps to `virNWFilterLookupByName`.
    ///
    /// - Throws: `.noNetworkFilter` when there is none.
    public func networkFilter(named name: String) async throws(LibvirtError) -> NetworkFilter {
        try checkText(name, "the network filter's name")
        return try await networkFilter("virNWFilterLookupByName") { unsafe virNWFilterLookupByName($0, name) }
    }

    /// The network filter with that identity.
    ///
    /// Maps to `virNWFilterLookupByUUID`.
    ///
    /// - Throws: `.noNetworkFilter` when there is none.
    public func networkFilter(uuid: LibvirtUUID) async throws(LibvirtError) -> NetworkFilter {
        try await networkFilter("virNWFilterLookupByUUID") { unsafe virNWFilterLookupByUUID($0, uuid.bytes) }
    }

    /// Defines a network filter, or replaces the one with the same name and identity, for running machines as well.
    ///
    /// Maps to `virNWFilterDefineXMLFlags`.
    ///
    /// - Parameter validate: check the description against libvirt's schema first. `VIR_NWFILTER_DEFINE_VALIDATE`
    public func defineNetworkFilter(xml: String, validate: Bool = false) async throws(LibvirtError) -> NetworkFilter {
        try checkText(xml, "the network filter's description")
        let flags = validate ? VIR_NWFILTER_DEFINE_VALIDATE.rawValue : 0
        return try await networkFilter("virNWFilterDefineXMLFlags") {
            unsafe virNWFilterDefineXMLFlags($0, xml, flags)
        }
    }

    /// Makes a call that hands out one network filter.
    @safe private func networkFilter(
        _ name: String, _ body: @escaping @Sendable (OpaquePointer) -> OpaquePointer?
    ) async throws(LibvirtError) -> NetworkFilter {
        let calls = try openHandle().calls
        return try await blocking(name) { pointer throws(LibvirtError) in
            let filter = unsafe try check(body(pointer))
            return unsafe NetworkFilter(adopting: filter, connection: self, calls: calls)
        }
    }
}
