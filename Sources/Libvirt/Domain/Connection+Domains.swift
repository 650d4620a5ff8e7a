internal import CLibvirt

extension Connection {
    /// The domain of that name.
    ///
    /// Maps to `virDomainLookupByName`.
    ///
    /// - Throws: `.noDomain` when there is none.
    public func domain(named name: String) async throws(LibvirtError) -> Domain {
        try checkText(name, "the domain's name")
        return try await domain("virDomainLookupByName") { unsafe virDomainLookupByName($0, name) }
    }

    /// The domain with that identity.
    ///
    /// Maps to `virDomainLookupByUUID` (`virDomainLookupByUUIDString` does the same with text).
    ///
    /// - Throws: `.noDomain` when there is none.
    public func domain(uuid: LibvirtUUID) async throws(LibvirtError) -> Domain {
        try await domain("virDomainLookupByUUID") { unsafe virDomainLookupByUUID($0, uuid.bytes) }
    }

    /// The running domain with that number.
    ///
    /// Maps to `virDomainLookupByID`.
    ///
    /// - Throws: `.noDomain` when there is none.
    public func domain(id: UInt32) async throws(LibvirtError) -> Domain {
        let number = Int32(bitPattern: id)
        return try await domain("virDomainLookupByID") { unsafe virDomainLookupByID($0, number) }
    }

    /// Makes a call that hands out one domain.
    @safe func domain(
        _ name: String, _ body: @escaping @Sendable (OpaquePointer) -> OpaquePointer?
    ) async throws(LibvirtError) -> Domain {
        let calls = try openHandle().calls
        return try await blocking(name) { pointer throws(LibvirtError) in
            let domain = unsafe try check(body(pointer))
            return unsafe Domain(adopting: domain, connection: self, calls: calls)
        }
    }
}
