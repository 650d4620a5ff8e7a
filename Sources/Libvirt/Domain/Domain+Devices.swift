internal import CLibvirt

extension Domain {
    /// Adds a device.
    ///
    /// Maps to `virDomainAttachDeviceFlags` (`virDomainAttachDevice` does the same with fewer choices).
    public func attachDevice(xml: String, flags: DeviceFlags = []) async throws(LibvirtError) {
        try await call("virDomainAttachDeviceFlags", texts: [xml]) {
            unsafe virDomainAttachDeviceFlags($0, xml, flags.rawValue)
        }
    }

    /// Takes a device away. From a running domain it is gone once the guest has let go of it, which the event
    /// `.deviceRemoved` tells.
    ///
    /// Maps to `virDomainDetachDeviceFlags` (`virDomainDetachDevice` does the same with fewer choices).
    ///
    /// - Throws: `.deviceMissing` when there is none like it.
    public func detachDevice(xml: String, flags: DeviceFlags = []) async throws(LibvirtError) {
        try await call("virDomainDetachDeviceFlags", texts: [xml]) {
            unsafe virDomainDetachDeviceFlags($0, xml, flags.rawValue)
        }
    }

    /// Asks the guest to let go of a device, which is gone once the event `.deviceRemoved` tells so.
    ///
    /// Maps to `virDomainDetachDeviceAlias`.
    ///
    /// - Throws: `.deviceMissing` when there is none of that alias.
    public func detachDevice(alias: String, flags: DeviceFlags = []) async throws(LibvirtError) {
        try await call("virDomainDetachDeviceAlias", texts: [alias]) {
            unsafe virDomainDetachDeviceAlias($0, alias, flags.rawValue)
        }
    }

    /// Changes a device: another medium, another network, another password.
    ///
    /// Maps to `virDomainUpdateDeviceFlags`.
    public func updateDevice(xml: String, flags: DeviceFlags = []) async throws(LibvirtError) {
        try await call("virDomainUpdateDeviceFlags", texts: [xml]) {
            unsafe virDomainUpdateDeviceFlags($0, xml, flags.rawValue)
        }
    }

    /// Hands open files to the domain, for a device whose source names the group.
    ///
    /// Maps to `virDomainFDAssociate`.
    ///
    /// - Parameter files: descriptors, which stay the caller's; the connection must be to this host over a UNIX socket.
    public func associate(files: [Int32], group: String, flags: FileFlags = []) async throws(LibvirtError) {
        try await call("virDomainFDAssociate", texts: [group]) { domain in
            var files = files
            return unsafe virDomainFDAssociate(domain, group, UInt32(files.count), &files, flags.rawValue)
        }
    }

    /// Presses keys together, and lets go of them after a while.
    ///
    /// Maps to `virDomainSendKey`.
    ///
    /// - Parameters:
    ///   - keys: at most 16 numbers.
    ///   - milliseconds: how long they are held; 0 is the hypervisor's choice.
    public func sendKeys(
        _ keys: [UInt32], codeset: KeycodeSet = .linux, milliseconds: UInt32 = 0
    ) async throws(LibvirtError) {
        let codeset = UInt32(bitPattern: codeset.rawValue)
        try await call("virDomainSendKey") { domain in
            var keys = keys
            return unsafe virDomainSendKey(domain, codeset, milliseconds, &keys, Int32(keys.count), 0)
        }
    }

    /// Sends a signal to a process in the guest.
    ///
    /// Maps to `virDomainSendProcessSignal`.
    ///
    /// - Parameter signal: as numbered on Linux.
    public func sendSignal(_ signal: UInt32, toProcess id: Int64) async throws(LibvirtError) {
        try await call("virDomainSendProcessSignal") { unsafe virDomainSendProcessSignal($0, id, signal, 0) }
    }

    /// Connects one end of a socket pair with the domain's graphics.
    ///
    /// Maps to `virDomainOpenGraphics`.
    ///
    /// - Parameters:
    ///   - index: of the graphics device.
    ///   - socket: a descriptor, which stays the caller's; the connection must be to this host over a UNIX socket.
    ///   - skipAuthentication: ask for no password.
    public func openGraphics(
        index: UInt32 = 0, socket: Int32, skipAuthentication: Bool = false
    ) async throws(LibvirtError) {
        let flags = skipAuthentication ? VIR_DOMAIN_OPEN_GRAPHICS_SKIPAUTH.rawValue : 0
        try await call("virDomainOpenGraphics") { unsafe virDomainOpenGraphics($0, index, socket, flags) }
    }

    /// Opens a socket to the domain's graphics.
    ///
    /// Maps to `virDomainOpenGraphicsFD`.
    ///
    /// - Parameters:
    ///   - index: of the graphics device.
    ///   - skipAuthentication: ask for no password.
    /// - Returns: a descriptor, which is the caller's to close; the connection must be to this host over a UNIX socket.
    public func openGraphics(
        index: UInt32 = 0, skipAuthentication: Bool = false
    ) async throws(LibvirtError) -> Int32 {
        let flags = skipAuthentication ? VIR_DOMAIN_OPEN_GRAPHICS_SKIPAUTH.rawValue : 0
        return try await call("virDomainOpenGraphicsFD") { unsafe virDomainOpenGraphicsFD($0, index, flags) }
    }
}
