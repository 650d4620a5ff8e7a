internal import CLibvirt

extension Connection {
    /// All secrets, in one call, without their values.
    ///
    /// Maps to `virConnectListAllSecrets`.
    ///
    /// - Parameter selection: which of them; nothing means all.
    public func secrets(_ selection: SecretSelection = []) async throws(LibvirtError) -> [Secret] {
        let calls = try openHandle().calls
        return try await blocking("virConnectListAllSecrets") { pointer throws(LibvirtError) in
            unsafe try takeList {
                unsafe virConnectListAllSecrets(pointer, $0, selection.rawValue)
            } adopt: {
                unsafe Secret(adopting: $0, connection: self, calls: calls)
            }
        }
    }

    /// The secret with that identity.
    ///
    /// Maps to `virSecretLookupByUUID`.
    ///
    /// - Throws: `.noSecret` when there is none.
    public func secret(uuid: LibvirtUUID) async throws(LibvirtError) -> Secret {
        try await secret("virSecretLookupByUUID") { unsafe virSecretLookupByUUID($0, uuid.bytes) }
    }

    /// The secret for that use.
    ///
    /// Maps to `virSecretLookupByUsage`.
    ///
    /// - Throws: `.noSecret` when there is none.
    public func secret(usage: Secret.Usage, id: String) async throws(LibvirtError) -> Secret {
        try checkText(id, "the secret's use")
        return try await secret("virSecretLookupByUsage") { unsafe virSecretLookupByUsage($0, usage.rawValue, id) }
    }

    /// Defines a secret, or changes the definition of the one with the same identity. Its value is set separately.
    ///
    /// Maps to `virSecretDefineXML`.
    ///
    /// - Parameter validate: check the description against libvirt's schema first. `VIR_SECRET_DEFINE_VALIDATE`
    public func defineSecret(xml: String, validate: Bool = false) async throws(LibvirtError) -> Secret {
        try checkText(xml, "the secret's description")
        let flags = validate ? VIR_SECRET_DEFINE_VALIDATE.rawValue : 0
        return try await secret("virSecretDefineXML") { unsafe virSecretDefineXML($0, xml, flags) }
    }

    /// Makes a call that hands out one secret.
    @safe private func secret(
        _ name: String, _ body: @escaping @Sendable (OpaquePointer) -> OpaquePointer?
    ) async throws(LibvirtError) -> Secret {
        let calls = try openHandle().calls
        return try await blocking(name) { pointer throws(LibvirtError) in
            let secret = unsafe try check(body(pointer))
            return unsafe Secret(adopting: secret, connection: self, calls: calls)
        }
    }
}
