internal import CLibvirt
import Glibc

/// A key or passphrase that the host keeps for disks, storage or machines.
public final class Secret: LibvirtObject {
    /// The connection that the secret was fetched through.
    public let connection: Connection
    /// The secret's identity.
    ///
    /// Maps to `virSecretGetUUID`.
    public let uuid: LibvirtUUID
    /// What the secret is for.
    ///
    /// Maps to `virSecretGetUsageType`.
    public let usage: Usage
    /// What of that kind it is for, such as a volume's path; nil when it is for nothing.
    ///
    /// Maps to `virSecretGetUsageID`.
    public let usageID: String?

    let handle: Handle

    /// Takes over one reference. To be called on a blocking thread.
    init(adopting pointer: OpaquePointer, connection: Connection, calls: CallThreads) {
        self.connection = connection
        handle = unsafe Handle(adopting: pointer, calls: calls) { unsafe _ = virSecretFree($0) }
        uuid = LibvirtUUID { unsafe virSecretGetUUID(pointer, $0) }
        usage = Usage(rawValue: unsafe virSecretGetUsageType(pointer))
        let usageID = unsafe virSecretGetUsageID(pointer).map { unsafe String(cString: $0) }
        self.usageID = usageID?.isEmpty == true ? nil : usageID
    }
}

extension Secret {
    /// The secret's description. Its value is not in it.
    ///
    /// Maps to `virSecretGetXMLDesc`.
    public func xml() async throws(LibvirtError) -> String {
        try await callForString("virSecretGetXMLDesc") { unsafe virSecretGetXMLDesc($0, 0) }
    }

    /// Sets the value.
    ///
    /// Maps to `virSecretSetValue`.
    ///
    /// - Parameter value: at most 65,536 bytes, which libvirt's protocol allows; any bytes.
    public func setValue(_ value: [UInt8]) async throws(LibvirtError) {
        try await call("virSecretSetValue") { secret in
            unsafe value.withUnsafeBufferPointer { unsafe virSecretSetValue(secret, $0.baseAddress, $0.count, 0) }
        }
    }

    /// The value.
    ///
    /// Maps to `virSecretGetValue`.
    ///
    /// - Throws: `.invalidSecret` for a private secret, `.noSecret` when no value was set.
    public func value() async throws(LibvirtError) -> [UInt8] {
        try await blocking("virSecretGetValue") { secret throws(LibvirtError) in
            var size = 0
            guard let value = unsafe virSecretGetValue(secret, &size, 0) else { throw LibvirtError.takeLast() }
            defer {
                unsafe explicit_bzero(value, size)
                unsafe free(value)
            }
            return unsafe Array(UnsafeBufferPointer(start: value, count: size))
        }
    }

    /// Removes the secret and its value.
    ///
    /// Maps to `virSecretUndefine`.
    public func undefine() async throws(LibvirtError) {
        try await call("virSecretUndefine") { unsafe virSecretUndefine($0) }
    }
}
