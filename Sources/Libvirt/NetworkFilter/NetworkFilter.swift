internal import CLibvirt

/// A set of firewall rules for the interfaces of machines.
public final class NetworkFilter: LibvirtObject {
    /// The connection that the filter was fetched through.
    public let connection: Connection
    /// The filter's name.
    ///
    /// Maps to `virNWFilterGetName`.
    public let name: String
    /// The filter's identity.
    ///
    /// Maps to `virNWFilterGetUUID`.
    public let uuid: LibvirtUUID

    let handle: Handle

    /// Takes over one reference. To be called on a blocking thread.
    init(adopting pointer: OpaquePointer, connection: Connection, calls: CallThreads) {
        self.connection = connection
        handle = unsafe Handle(adopting: pointer, calls: calls) { unsafe _ = virNWFilterFree($0) }
        name = unsafe virNWFilterGetName(pointer).map { unsafe String(cString: $0) } ?? ""
        uuid = LibvirtUUID { unsafe virNWFilterGetUUID(pointer, $0) }
    }
}

extension NetworkFilter {
    /// The filter's description.
    ///
    /// Maps to `virNWFilterGetXMLDesc`.
    public func xml() async throws(LibvirtError) -> String {
        try await callForString("virNWFilterGetXMLDesc") { unsafe virNWFilterGetXMLDesc($0, 0) }
    }

    /// Removes the filter.
    ///
    /// Maps to `virNWFilterUndefine`.
    ///
    /// - Throws: `.operationInvalid` while a running machine uses it.
    public func undefine() async throws(LibvirtError) {
        try await call("virNWFilterUndefine") { unsafe virNWFilterUndefine($0) }
    }
}
