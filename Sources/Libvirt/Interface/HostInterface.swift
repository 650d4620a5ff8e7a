internal import CLibvirt

/// A network interface of the host, such as a card, a bridge or a bond.
public final class HostInterface: LibvirtObject {
    /// The connection that the interface was fetched through.
    public let connection: Connection
    /// The interface's name.
    ///
    /// Maps to `virInterfaceGetName`.
    public let name: String
    /// The hardware address, as `52:54:00:…`; nil for an interface that has none.
    ///
    /// Maps to `virInterfaceGetMACString`.
    public let mac: String?

    let handle: Handle

    /// Takes over one reference. To be called on a blocking thread.
    init(adopting pointer: OpaquePointer, connection: Connection, calls: CallThreads) {
        self.connection = connection
        handle = unsafe Handle(adopting: pointer, calls: calls) { unsafe _ = virInterfaceFree($0) }
        name = unsafe virInterfaceGetName(pointer).map { unsafe String(cString: $0) } ?? ""
        let mac = unsafe virInterfaceGetMACString(pointer).map { unsafe String(cString: $0) }
        self.mac = mac?.isEmpty == true ? nil : mac
    }
}

extension HostInterface {
    /// Whether the interface is up.
    ///
    /// Maps to `virInterfaceIsActive`.
    public func isActive() async throws(LibvirtError) -> Bool {
        try await callForTruth("virInterfaceIsActive") { unsafe virInterfaceIsActive($0) }
    }

    /// The interface's description.
    ///
    /// Maps to `virInterfaceGetXMLDesc`.
    ///
    /// - Parameter inactive: what is configured, instead of what holds now. `VIR_INTERFACE_XML_INACTIVE`
    public func xml(inactive: Bool = false) async throws(LibvirtError) -> String {
        let flags = inactive ? VIR_INTERFACE_XML_INACTIVE.rawValue : 0
        return try await callForString("virInterfaceGetXMLDesc") { unsafe virInterfaceGetXMLDesc($0, flags) }
    }
}
