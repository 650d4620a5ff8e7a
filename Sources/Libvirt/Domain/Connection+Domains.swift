internal import CLibvirt

extension Connection {
    /// The domain of that name.
    ///
    /// Maps to `virDomainLookupByName`.
    ///
    /// - Throws: `.noDomain` when there is none.
    public func domain(named name: String) async throws(LibvirtError) -> Domain {
        try await domain("virDomainLookupByName", texts: [name]) { unsafe virDomainLookupByName($0, name) }
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

    /// All domains that the selection admits, in no order. One call, however many there are.
    ///
    /// Maps to `virConnectListAllDomains`.
    public func domains(_ selection: DomainSelection = []) async throws(LibvirtError) -> [Domain] {
        let calls = try openHandle().calls
        return try await blocking("virConnectListAllDomains") { connection throws(LibvirtError) in
            unsafe try takeList { list in
                unsafe virConnectListAllDomains(connection, list, selection.rawValue)
            } adopt: { domain in
                unsafe Domain(adopting: domain, connection: self, calls: calls)
            }
        }
    }

    /// Defines a domain, or replaces the definition of the one with the same name and identity.
    ///
    /// Maps to `virDomainDefineXMLFlags`.
    ///
    /// - Throws: for example `.xmlError`, `.domainExists`, `.configurationUnsupported`, `.xmlInvalidSchema`.
    public func defineDomain(
        xml: String, flags: Domain.DefineFlags = []
    ) async throws(LibvirtError) -> Domain {
        try await domain("virDomainDefineXMLFlags", texts: [xml]) {
            unsafe virDomainDefineXMLFlags($0, xml, flags.rawValue)
        }
    }

    /// Starts a domain that is gone once it stops, or the defined one with the same name and identity with this XML.
    ///
    /// Maps to `virDomainCreateXML`.
    public func createDomain(xml: String, flags: Domain.StartFlags = []) async throws(LibvirtError) -> Domain {
        try await domain("virDomainCreateXML", texts: [xml]) {
            unsafe virDomainCreateXML($0, xml, flags.rawValue)
        }
    }

    /// Starts a domain that is gone once it stops, handing it open files.
    ///
    /// Maps to `virDomainCreateXMLWithFiles`.
    ///
    /// - Parameter files: descriptors, which stay the caller's; the connection must be to this host over a UNIX socket.
    public func createDomain(
        xml: String, files: [Int32], flags: Domain.StartFlags = []
    ) async throws(LibvirtError) -> Domain {
        try await domain("virDomainCreateXMLWithFiles", texts: [xml]) { connection in
            var files = files
            return unsafe virDomainCreateXMLWithFiles(connection, xml, UInt32(files.count), &files, flags.rawValue)
        }
    }

    /// Takes over a QEMU process that was not started by libvirt.
    ///
    /// Maps to `virDomainQemuAttach`.
    public func attachQEMU(processID: UInt32) async throws(LibvirtError) -> Domain {
        try await domain("virDomainQemuAttach") { unsafe virDomainQemuAttach($0, processID, 0) }
    }

    /// Turns a hypervisor's own configuration into a domain's XML.
    ///
    /// Maps to `virConnectDomainXMLFromNative`.
    public func domainXML(
        fromNative configuration: String, format: String
    ) async throws(LibvirtError) -> String {
        try await callForString("virConnectDomainXMLFromNative", texts: [configuration, format]) {
            unsafe virConnectDomainXMLFromNative($0, format, configuration, 0)
        }
    }

    /// Turns a domain's XML into a hypervisor's own configuration, such as QEMU's command line (`qemu-argv`).
    ///
    /// Maps to `virConnectDomainXMLToNative`.
    public func nativeConfiguration(
        fromXML xml: String, format: String
    ) async throws(LibvirtError) -> String {
        try await callForString("virConnectDomainXMLToNative", texts: [xml, format]) {
            unsafe virConnectDomainXMLToNative($0, format, xml, 0)
        }
    }

    /// Makes a call that hands out one domain.
    @safe func domain(
        _ name: String, texts: [String?] = [], _ body: @escaping @Sendable (OpaquePointer) -> OpaquePointer?
    ) async throws(LibvirtError) -> Domain {
        let calls = try openHandle().calls
        return try await blocking(name, texts: texts) { pointer throws(LibvirtError) in
            let domain = unsafe try check(body(pointer))
            return unsafe Domain(adopting: domain, connection: self, calls: calls)
        }
    }
}
