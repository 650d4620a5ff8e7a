/// All that is to be made for one machine.
struct CreationPlan: Sendable {
    /// A storage pool that is missing and stays.
    struct Pool: Hashable, Sendable {
        var name: String
        var path: String
    }

    var name: String
    /// What libvirt is told, with the passwords of displays: not to be printed.
    var definition: String
    var pool: Pool?
    var volumes: [VolumePlan]
    /// What goes into the volume that is a seed: not to be printed.
    var seed: [UInt8]?
    /// Whether the file of its UEFI variables was given, so that it may have stood before.
    var keepsVariables: Bool
    /// Of the first start; nil where that is like any other.
    var installer: UnattendedPlan?
    var autostart: Bool
    var start: Bool
    /// What cannot be done when a step fails; nil for the making of the machine itself.
    var purpose: String?

    var task: String { purpose ?? "Cannot create \(name)" }
}
