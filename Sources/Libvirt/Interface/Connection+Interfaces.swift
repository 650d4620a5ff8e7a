internal import CLibvirt

extension Connection {
    /// The host's network interfaces, in one call.
    ///
    /// Maps to `virConnectListAllInterfaces`.
    ///
    /// - Parameter active: true for those that are up, false for the others, nil for all.
    public func hostInterfaces(active: Bool? = nil) async throws(LibvirtError) -> [HostInterface] {
        let flags =
            switch active {
            case nil: UInt32(0)
            case true?: VIR_CONNECT_LIST_INTERFACES_ACTIVE.rawValue
            case false?: VIR_CONNECT_LIST_INTERFACES_INACTIVE.rawValue
            }
        let calls = try openHandle().calls
        return try await blocking("virConnectListAllInterfaces") { pointer throws(LibvirtError) in
            unsafe try takeList {
                unsafe virConnectListAllInterfaces(pointer, $0, flags)
            } adopt: {
                unsafe HostInterface(adopting: $0, connection: self, calls: calls)
            }
        }
    }

    /// The host's network interface of that name.
    ///
    /// Maps to `virInterfaceLookupByName`.
    ///
    /// - Throws: `.noInterface` when there is none.
    public func hostInterface(named name: String) async throws(LibvirtError) -> HostInterface {
        try checkText(name, "the interface's name")
        return try await hostInterface("virInterfaceLookupByName") { unsafe virInterfaceLookupByName($0, name) }
    }

    /// The host's network interface with that hardware address.
    ///
    /// Maps to `virInterfaceLookupByMACString`.
    ///
    /// - Throws: `.noInterface` when there is none, `.multipleInterfaces` when several have it.
    public func hostInterface(mac: String) async throws(LibvirtError) -> HostInterface {
        try checkText(mac, "the hardware address")
        return try await hostInterface("virInterfaceLookupByMACString") {
            unsafe virInterfaceLookupByMACString($0, mac)
        }
    }

    /// Makes a call that hands out one interface.
    @safe private func hostInterface(
        _ name: String, _ body: @escaping @Sendable (OpaquePointer) -> OpaquePointer?
    ) async throws(LibvirtError) -> HostInterface {
        let calls = try openHandle().calls
        return try await blocking(name) { pointer throws(LibvirtError) in
            let interface = unsafe try check(body(pointer))
            return unsafe HostInterface(adopting: interface, connection: self, calls: calls)
        }
    }
}
