import LibvirtXML
import XMLTree

/// A device that is decided and checked, and not yet attached.
public struct PreparedDevice: Sendable {
    public let kind: MachineDeviceKind
    /// A disk's target, such as `vda`, or an interface's MAC address.
    public let device: String
    /// What the person should know, a sentence each.
    public let notices: [String]
    /// Disks that will be made: paths, or names where a pool's volumes have none.
    public let newDisks: [String]
    /// As libvirt takes it.
    public let xml: String

    let element: XMLElement
    /// Whether it sits on a SCSI controller.
    let needsSCSI: Bool
    let plan: CreationPlan
    let scope: MachineChange.Scope
}
