internal import CLibvirt

/// A virtual network of a host.
public final class Network: LibvirtObject {
    /// The connection that the network was fetched through.
    public let connection: Connection
    /// The network's name.
    ///
    /// Maps to `virNetworkGetName`.
    public let name: String
    /// The network's identity.
    ///
    /// Maps to `virNetworkGetUUID`.
    public let uuid: LibvirtUUID

    let handle: Handle

    /// Takes over one reference. To be called on a blocking thread.
    init(adopting pointer: OpaquePointer, connection: Connection, calls: CallThreads) {
        self.connection = connection
        handle = unsafe Handle(adopting: pointer, calls: calls) { unsafe _ = virNetworkFree($0) }
        name = unsafe virNetworkGetName(pointer).map { unsafe String(cString: $0) } ?? ""
        uuid = LibvirtUUID { unsafe virNetworkGetUUID(pointer, $0) }
    }
}

extension Network {
    /// Whether the network runs.
    ///
    /// Maps to `virNetworkIsActive`.
    public func isActive() async throws(LibvirtError) -> Bool {
        try await callForTruth("virNetworkIsActive") { unsafe virNetworkIsActive($0) }
    }

    /// Whether the network outlives its being stopped.
    ///
    /// Maps to `virNetworkIsPersistent`.
    public func isPersistent() async throws(LibvirtError) -> Bool {
        try await callForTruth("virNetworkIsPersistent") { unsafe virNetworkIsPersistent($0) }
    }

    /// Whether the network starts together with its host.
    ///
    /// Maps to `virNetworkGetAutostart`.
    public func autostart() async throws(LibvirtError) -> Bool {
        try await blocking("virNetworkGetAutostart") { network throws(LibvirtError) in
            var autostart: Int32 = 0
            try check(unsafe virNetworkGetAutostart(network, &autostart))
            return autostart != 0
        }
    }

    /// Says whether the network starts together with its host.
    ///
    /// Maps to `virNetworkSetAutostart`.
    ///
    /// - Throws: `.operationInvalid` for a transient network.
    public func setAutostart(_ autostart: Bool) async throws(LibvirtError) {
        try await call("virNetworkSetAutostart") { unsafe virNetworkSetAutostart($0, autostart ? 1 : 0) }
    }

    /// The name of the bridge on the host.
    ///
    /// Maps to `virNetworkGetBridgeName`.
    ///
    /// - Throws: `.internalError` for a network without a bridge.
    public func bridgeName() async throws(LibvirtError) -> String {
        try await callForString("virNetworkGetBridgeName") { unsafe virNetworkGetBridgeName($0) }
    }

    /// The network's description.
    ///
    /// Maps to `virNetworkGetXMLDesc`.
    ///
    /// - Parameter inactive: what holds from the next start on, instead of what runs. `VIR_NETWORK_XML_INACTIVE`
    public func xml(inactive: Bool = false) async throws(LibvirtError) -> String {
        let flags = inactive ? VIR_NETWORK_XML_INACTIVE.rawValue : 0
        return try await callForString("virNetworkGetXMLDesc") { unsafe virNetworkGetXMLDesc($0, flags) }
    }

    /// Starts a defined network.
    ///
    /// Maps to `virNetworkCreate`.
    ///
    /// - Throws: `.operationInvalid` when it runs.
    public func start() async throws(LibvirtError) {
        try await call("virNetworkCreate") { unsafe virNetworkCreate($0) }
    }

    /// Stops the network at once; what is connected loses its link. A transient network is gone then.
    ///
    /// Maps to `virNetworkDestroy`.
    ///
    /// - Throws: `.operationInvalid` when it does not run.
    public func destroy() async throws(LibvirtError) {
        try await call("virNetworkDestroy") { unsafe virNetworkDestroy($0) }
    }

    /// Removes the network's definition. One that runs goes on as a transient network.
    ///
    /// Maps to `virNetworkUndefine`.
    public func undefine() async throws(LibvirtError) {
        try await call("virNetworkUndefine") { unsafe virNetworkUndefine($0) }
    }

    /// Changes one part of the network, while it runs where that is possible.
    ///
    /// Maps to `virNetworkUpdate`.
    ///
    /// - Parameters:
    ///   - command: what to do with the part.
    ///   - section: which kind of part it is.
    ///   - parentIndex: which of several parents of that kind is meant, from 0 on; nil lets libvirt find it.
    ///   - xml: the part, for example `<host mac='…' ip='…'/>`.
    ///   - scope: the running network, its definition or both.
    /// - Throws: `.noSupport` for a section that libvirt cannot change, `.operationInvalid` for a part that is not there
    ///   or is there already.
    public func update(
        _ command: UpdateCommand, _ section: UpdateSection, parentIndex: UInt16? = nil, xml: String,
        scope: UpdateScope = .current
    ) async throws(LibvirtError) {
        try checkText(xml, "the network's new part")
        let index = parentIndex.map { Int32($0) } ?? -1
        try await call("virNetworkUpdate") {
            unsafe virNetworkUpdate($0, command.rawValue, section.rawValue, index, xml, scope.rawValue)
        }
    }
}
