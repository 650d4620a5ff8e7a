internal import Libvirt
internal import LibvirtXML

/// One virtual network of a host: what the network commands act on.
public struct VirtualNetwork: Sendable {
    public let host: Host
    public let name: String
    /// In canonical form.
    public let uuid: String
    /// libvirt's handle.
    let handle: Libvirt.Network

    init(host: Host, handle: Libvirt.Network) {
        self.host = host
        self.handle = handle
        name = handle.name
        uuid = handle.uuid.description
    }

    /// The description as libvirt prints it.
    public func xml() async throws(Failure) -> String {
        let handle = handle
        return try await doing("Cannot read network \(label)") { () throws(LibvirtError) in try await handle.xml() }
    }

    func view() async throws(Failure) -> LibvirtXML.Network {
        let text = try await xml()
        do {
            return try LibvirtXML.Network(parsing: text)
        } catch {
            throw Failure(.general, "Cannot read network \(label)", why: "\(error)")
        }
    }

    /// Starts it. Maps to `virNetworkCreate`.
    /// - Throws: ``Failure``, of kind state when it runs.
    public func start() async throws(Failure) {
        let handle = handle
        try await doing("Cannot start network \(label)") { () throws(LibvirtError) in try await handle.start() }
    }

    /// Stops it at once: machines that use it lose their link until they are plugged in again. Maps to
    /// `virNetworkDestroy`.
    public func stop() async throws(Failure) {
        let handle = handle
        try await doing("Cannot stop network \(label)") { () throws(LibvirtError) in try await handle.destroy() }
    }

    /// Says whether it starts together with its host. Maps to `virNetworkSetAutostart`.
    public func setAutostart(_ autostart: Bool) async throws(Failure) {
        let handle = handle
        try await doing("Cannot set the autostart of network \(label)") { () throws(LibvirtError) in
            try await handle.setAutostart(autostart)
        }
    }
}
