internal import CLibvirt

// Saving and dumping take as long as it takes to write the memory, so they run on the connection for long work.

extension Domain {
    /// Writes the memory to a file on the host and stops the domain.
    ///
    /// Maps to `virDomainSaveFlags` (`virDomainSave` does the same with fewer choices).
    ///
    /// - Parameters:
    ///   - path: on the host.
    ///   - xml: a description to restore with, different in what the guest does not see; nil for that of now.
    public func save(to path: String, xml: String? = nil, flags: SaveFlags = []) async throws(LibvirtError) {
        try await onLongWork().call("virDomainSaveFlags", texts: [path, xml]) {
            unsafe virDomainSaveFlags($0, path, xml, flags.rawValue)
        }
    }

    /// Writes the memory as the parameters say (`file`, `dxml`, …) and stops the domain.
    ///
    /// Maps to `virDomainSaveParams`.
    public func save(_ parameters: TypedParameters, flags: SaveFlags = []) async throws(LibvirtError) {
        try await onLongWork().call("virDomainSaveParams", with: parameters) {
            unsafe virDomainSaveParams($0, $1, $2, flags.rawValue)
        }
    }

    /// Writes the memory to a place that libvirt manages and stops the domain; the next start goes on from there.
    ///
    /// Maps to `virDomainManagedSave`.
    public func managedSave(_ flags: SaveFlags = []) async throws(LibvirtError) {
        try await onLongWork().call("virDomainManagedSave") { unsafe virDomainManagedSave($0, flags.rawValue) }
    }

    /// Whether there is a managed saved state.
    ///
    /// Maps to `virDomainHasManagedSaveImage`.
    public func hasManagedSave() async throws(LibvirtError) -> Bool {
        try await callForTruth("virDomainHasManagedSaveImage") { unsafe virDomainHasManagedSaveImage($0, 0) }
    }

    /// Throws the managed saved state away, so that the next start boots.
    ///
    /// Maps to `virDomainManagedSaveRemove`.
    public func removeManagedSave() async throws(LibvirtError) {
        try await call("virDomainManagedSaveRemove") { unsafe virDomainManagedSaveRemove($0, 0) }
    }

    /// The description in the managed saved state.
    ///
    /// Maps to `virDomainManagedSaveGetXMLDesc`.
    ///
    /// - Parameter secure: with passwords.
    public func managedSaveXML(secure: Bool = false) async throws(LibvirtError) -> String {
        let flags = secure ? VIR_DOMAIN_SAVE_IMAGE_XML_SECURE.rawValue : 0
        return try await callForString("virDomainManagedSaveGetXMLDesc") {
            unsafe virDomainManagedSaveGetXMLDesc($0, flags)
        }
    }

    /// Replaces the description in the managed saved state.
    ///
    /// Maps to `virDomainManagedSaveDefineXML`.
    public func setManagedSaveXML(_ xml: String, flags: SaveFlags = []) async throws(LibvirtError) {
        try await call("virDomainManagedSaveDefineXML", texts: [xml]) {
            unsafe virDomainManagedSaveDefineXML($0, xml, flags.rawValue)
        }
    }

    /// Writes the memory to a file on the host, for a debugger.
    ///
    /// Maps to `virDomainCoreDumpWithFormat` (`virDomainCoreDump` does the same with fewer choices).
    public func dumpCore(
        to path: String, format: DumpFormat = .raw, flags: DumpFlags = []
    ) async throws(LibvirtError) {
        let format = UInt32(bitPattern: format.rawValue)
        try await onLongWork().call("virDomainCoreDumpWithFormat", texts: [path]) {
            unsafe virDomainCoreDumpWithFormat($0, path, format, flags.rawValue)
        }
    }
}

extension Connection {
    /// Starts a domain from a file that `Domain.save` wrote.
    ///
    /// Maps to `virDomainRestoreFlags` (`virDomainRestore` does the same with fewer choices).
    public func restoreDomain(
        from path: String, xml: String? = nil, flags: Domain.SaveFlags = []
    ) async throws(LibvirtError) {
        try await longWork().call("virDomainRestoreFlags", texts: [path, xml]) {
            unsafe virDomainRestoreFlags($0, path, xml, flags.rawValue)
        }
    }

    /// Starts a domain from a saved state as the parameters say (`file`, `dxml`, …).
    ///
    /// Maps to `virDomainRestoreParams`.
    public func restoreDomain(
        _ parameters: TypedParameters, flags: Domain.SaveFlags = []
    ) async throws(LibvirtError) {
        try await longWork().call("virDomainRestoreParams", with: parameters) {
            unsafe virDomainRestoreParams($0, $1, $2, flags.rawValue)
        }
    }

    /// The description in a file that `Domain.save` wrote.
    ///
    /// Maps to `virDomainSaveImageGetXMLDesc`.
    ///
    /// - Parameter secure: with passwords.
    public func saveImageXML(path: String, secure: Bool = false) async throws(LibvirtError) -> String {
        let flags = secure ? VIR_DOMAIN_SAVE_IMAGE_XML_SECURE.rawValue : 0
        return try await callForString("virDomainSaveImageGetXMLDesc", texts: [path]) {
            unsafe virDomainSaveImageGetXMLDesc($0, path, flags)
        }
    }

    /// Replaces the description in a file that `Domain.save` wrote.
    ///
    /// Maps to `virDomainSaveImageDefineXML`.
    public func setSaveImageXML(
        path: String, xml: String, flags: Domain.SaveFlags = []
    ) async throws(LibvirtError) {
        try await call("virDomainSaveImageDefineXML", texts: [path, xml]) {
            unsafe virDomainSaveImageDefineXML($0, path, xml, flags.rawValue)
        }
    }
}
