import RoostCore

/// What the detaching of a device takes away.
struct DetachmentView: Encodable, Sendable {
    let kind: MachineDeviceKind
    /// A disk's target, or an interface's MAC address.
    let device: String
    /// What is in the disk or drive, or what the interface is plugged into.
    let source: String?
    /// The disk's image, where it is to be deleted.
    let volume: MachineDeletion.Item?

    init(_ plan: DeviceDetachment) {
        (kind, device, source, volume) = (plan.kind, plan.device, plan.source, plan.volume)
    }

    /// Of all but the image's size, which a guest that still writes changes.
    func tag() throws -> EntityTag {
        EntityTag(of: try ServerJSON.encode([kind.rawValue, device, source, volume?.path, volume?.what]))
    }
}
