internal import CLibvirt

/// A virtual machine, as libvirt knows it: defined, running, or both.
public final class Domain: LibvirtObject {
    /// The connection that the domain was fetched through.
    public let connection: Connection
    /// The name when the handle was fetched.
    ///
    /// Maps to `virDomainGetName`.
    public let name: String
    /// The identity, which neither renaming nor migration changes.
    ///
    /// Maps to `virDomainGetUUID` (`virDomainGetUUIDString` gives the same as text).
    public let uuid: LibvirtUUID

    let handle: Handle

    /// Takes over one reference. To be called on a blocking thread.
    init(adopting pointer: OpaquePointer, connection: Connection, calls: CallThreads) {
        self.connection = connection
        handle = unsafe Handle(adopting: pointer, calls: calls) { unsafe _ = virDomainFree($0) }
        name = unsafe virDomainGetName(pointer).map { unsafe String(cString: $0) } ?? ""
        uuid = LibvirtUUID { unsafe virDomainGetUUID(pointer, $0) }
    }

    /// The hypervisor's number of the running domain; nil when it did not run as the handle was fetched and was not
    /// started through it.
    ///
    /// Maps to `virDomainGetID`.
    public var id: UInt32? {
        let id = unsafe virDomainGetID(handle.pointer)
        return id == .max ? nil : id
    }
}

extension LibvirtUUID {
    /// Reads the 16 bytes that a function such as `virDomainGetUUID` writes. Those functions look at the handle alone and
    /// fail on nothing but a handle that is none.
    @safe init(read: (UnsafeMutablePointer<UInt8>) -> Int32) {
        var bytes = [UInt8](repeating: 0, count: 16)
        _ = unsafe bytes.withUnsafeMutableBufferPointer { buffer in
            unsafe buffer.baseAddress.map { unsafe read($0) }
        }
        self.init(bytes: bytes)
    }
}
