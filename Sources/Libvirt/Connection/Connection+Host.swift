internal import CLibvirt

extension Connection {
    /// The host's name as the daemon knows it.
    ///
    /// Maps to `virConnectGetHostname`.
    public func hostname() async throws(LibvirtError) -> String {
        try await callForString("virConnectGetHostname") { unsafe virConnectGetHostname($0) }
    }

    /// The kind of hypervisor, such as `QEMU`.
    ///
    /// Maps to `virConnectGetType`.
    public func hypervisorType() async throws(LibvirtError) -> String {
        try await blocking("virConnectGetType") { connection throws(LibvirtError) in
            guard let type = unsafe copyString(virConnectGetType(connection)) else { throw LibvirtError.takeLast() }
            return type
        }
    }

    /// Version of the hypervisor; 0.0.0 when it cannot be told.
    ///
    /// Maps to `virConnectGetVersion`.
    public func hypervisorVersion() async throws(LibvirtError) -> Version {
        try await version("virConnectGetVersion") { unsafe virConnectGetVersion($0, $1) }
    }

    /// Version of libvirt on the host.
    ///
    /// Maps to `virConnectGetLibVersion`.
    public func daemonVersion() async throws(LibvirtError) -> Version {
        try await version("virConnectGetLibVersion") { unsafe virConnectGetLibVersion($0, $1) }
    }

    /// What the host and its hypervisor can do, as XML.
    ///
    /// Maps to `virConnectGetCapabilities`.
    public func capabilities() async throws(LibvirtError) -> String {
        try await callForString("virConnectGetCapabilities") { unsafe virConnectGetCapabilities($0) }
    }

    /// What a domain can have, as XML. What is nil is libvirt's choice.
    ///
    /// Maps to `virConnectGetDomainCapabilities`.
    ///
    /// - Parameters:
    ///   - emulator: path of the emulator.
    ///   - architecture: such as `x86_64`.
    ///   - machine: such as `q35`.
    ///   - virtualizationType: such as `kvm` or `qemu`.
    public func domainCapabilities(
        emulator: String? = nil, architecture: String? = nil, machine: String? = nil,
        virtualizationType: String? = nil
    ) async throws(LibvirtError) -> String {
        try await callForString(
            "virConnectGetDomainCapabilities", texts: [emulator, architecture, machine, virtualizationType]
        ) {
            unsafe virConnectGetDomainCapabilities($0, emulator, architecture, machine, virtualizationType, 0)
        }
    }

    /// The most virtual processors that a domain can have.
    ///
    /// Maps to `virConnectGetMaxVcpus`.
    ///
    /// - Parameter virtualizationType: such as `kvm`; nil for the hypervisor's default.
    public func maximumVcpus(virtualizationType: String? = nil) async throws(LibvirtError) -> Int32 {
        try await call("virConnectGetMaxVcpus", texts: [virtualizationType]) {
            unsafe virConnectGetMaxVcpus($0, virtualizationType)
        }
    }

    /// The host's SMBIOS information, as XML.
    ///
    /// Maps to `virConnectGetSysinfo`.
    public func systemInformation() async throws(LibvirtError) -> String {
        try await callForString("virConnectGetSysinfo") { unsafe virConnectGetSysinfo($0, 0) }
    }

    /// Whether what is sent is encrypted.
    ///
    /// Maps to `virConnectIsEncrypted`.
    public func isEncrypted() async throws(LibvirtError) -> Bool {
        try await callForTruth("virConnectIsEncrypted") { unsafe virConnectIsEncrypted($0) }
    }

    /// Whether nobody can listen in: it is encrypted, or does not leave the host.
    ///
    /// Maps to `virConnectIsSecure`.
    public func isSecure() async throws(LibvirtError) -> Bool {
        try await callForTruth("virConnectIsSecure") { unsafe virConnectIsSecure($0) }
    }

    /// Tells the daemon, for its access control, on whose behalf the connection acts.
    ///
    /// Maps to `virConnectSetIdentity`.
    public func setIdentity(_ identity: TypedParameters) async throws(LibvirtError) {
        try await call("virConnectSetIdentity", with: identity) { unsafe virConnectSetIdentity($0, $1, $2, 0) }
    }

    @safe private func version(
        _ name: String, _ read: @escaping @Sendable (OpaquePointer, UnsafeMutablePointer<CUnsignedLong>) -> Int32
    ) async throws(LibvirtError) -> Version {
        try await blocking(name) { connection throws(LibvirtError) in
            var number: CUnsignedLong = 0
            try check(unsafe read(connection, &number))
            return Version(rawValue: UInt64(number))
        }
    }
}
