/// What the detaching of a device takes away; worked out before anything is done.
public struct DeviceDetachment: Sendable {
    public let machine: Machine
    public let kind: MachineDeviceKind
    /// A disk's target, such as `vda`, or an interface's MAC address.
    public let device: String
    /// What is in the disk or drive, or what the interface is plugged into; nil for nothing.
    public let source: String?
    /// The disk's image, where it is to be deleted.
    public let volume: MachineDeletion.Item?

    let scope: MachineChange.Scope
}
