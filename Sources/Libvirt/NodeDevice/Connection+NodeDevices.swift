internal import CLibvirt

extension Connection {
    /// The host's devices, in one call.
    ///
    /// Maps to `virConnectListAllNodeDevices`.
    ///
    /// - Parameter selection: which of them; nothing means all that exist.
    public func nodeDevices(_ selection: NodeDeviceSelection = []) async throws(LibvirtError) -> [NodeDevice] {
        let calls = try openHandle().calls
        return try await blocking("virConnectListAllNodeDevices") { pointer throws(LibvirtError) in
            unsafe try takeList {
                unsafe virConnectListAllNodeDevices(pointer, $0, selection.rawValue)
            } adopt: {
                unsafe NodeDevice(adopting: $0, connection: self, calls: calls)
            }
        }
    }

    /// The host's device of that name.
    ///
    /// Maps to `virNodeDeviceLookupByName`.
    ///
    /// - Throws: `.noNodeDevice` when there is none.
    public func nodeDevice(named name: String) async throws(LibvirtError) -> NodeDevice {
        try checkText(name, "the device's name")
        let calls = try openHandle().calls
        return try await blocking("virNodeDeviceLookupByName") { pointer throws(LibvirtError) in
            let device = unsafe try check(virNodeDeviceLookupByName(pointer, name))
            return unsafe NodeDevice(adopting: device, connection: self, calls: calls)
        }
    }
}
