internal import CLibvirt
import Glibc

/// A device of the host: a PCI card, a USB stick, a disk, a network card and so on.
public final class NodeDevice: LibvirtObject {
    /// The connection that the device was fetched through.
    public let connection: Connection
    /// The device's name, such as `pci_0000_00_1f_2`.
    ///
    /// Maps to `virNodeDeviceGetName`.
    public let name: String

    let handle: Handle

    /// Takes over one reference. To be called on a blocking thread.
    init(adopting pointer: OpaquePointer, connection: Connection, calls: CallThreads) {
        self.connection = connection
        handle = unsafe Handle(adopting: pointer, calls: calls) { unsafe _ = virNodeDeviceFree($0) }
        name = unsafe virNodeDeviceGetName(pointer).map { unsafe String(cString: $0) } ?? ""
    }
}

extension NodeDevice {
    /// The name of the device that this one hangs on.
    ///
    /// Maps to `virNodeDeviceGetParent`.
    ///
    /// - Throws: `.internalError` for the host itself, which hangs on nothing.
    public func parent() async throws(LibvirtError) -> String {
        try await blocking("virNodeDeviceGetParent") { device throws(LibvirtError) in
            guard let parent = unsafe copyString(virNodeDeviceGetParent(device)) else { throw LibvirtError.takeLast() }
            return parent
        }
    }

    /// The names of what the device can do, such as `pci` or `net`.
    ///
    /// Maps to `virNodeDeviceNumOfCaps` and `virNodeDeviceListCaps`.
    public func capabilities() async throws(LibvirtError) -> [String] {
        try await blocking("virNodeDeviceListCaps") { device throws(LibvirtError) in
            let room = try check(unsafe virNodeDeviceNumOfCaps(device))
            guard room > 0 else { return [] }
            var names = unsafe [UnsafeMutablePointer<CChar>?](repeating: nil, count: Int(room))
            let count = try check(unsafe virNodeDeviceListCaps(device, &names, room))
            return unsafe names.prefix(Int(count)).compactMap { unsafe takeOptionalString($0) }
        }
    }

    /// The device's description.
    ///
    /// Maps to `virNodeDeviceGetXMLDesc`.
    public func xml() async throws(LibvirtError) -> String {
        try await callForString("virNodeDeviceGetXMLDesc") { unsafe virNodeDeviceGetXMLDesc($0, 0) }
    }

    /// Takes the device from the host's driver, so that a machine can have it.
    ///
    /// Maps to `virNodeDeviceDetachFlags`.
    ///
    /// - Parameter driver: the driver that takes it instead, `vfio` for example; nil is the hypervisor's choice.
    public func detach(driver: String? = nil) async throws(LibvirtError) {
        if let driver { try checkText(driver, "the driver's name") }
        try await call("virNodeDeviceDetachFlags") { unsafe virNodeDeviceDetachFlags($0, driver, 0) }
    }

    /// Gives the device back to the host's driver.
    ///
    /// Maps to `virNodeDeviceReAttach`.
    public func reattach() async throws(LibvirtError) {
        try await call("virNodeDeviceReAttach") { unsafe virNodeDeviceReAttach($0) }
    }

    /// Resets a detached device, as before it goes to another machine.
    ///
    /// Maps to `virNodeDeviceReset`.
    public func reset() async throws(LibvirtError) {
        try await call("virNodeDeviceReset") { unsafe virNodeDeviceReset($0) }
    }

    /// Whether the device exists now, which a defined mediated device may not.
    ///
    /// Maps to `virNodeDeviceIsActive`.
    public func isActive() async throws(LibvirtError) -> Bool {
        try await callForTruth("virNodeDeviceIsActive") { unsafe virNodeDeviceIsActive($0) }
    }
}
