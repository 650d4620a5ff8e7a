/// A device that is decided, and not yet attached.
public protocol SiteAttachment: Sendable {
    /// What the person should know, a sentence each.
    var notices: [String] { get }
    /// As libvirt takes it.
    var xml: String { get }
    func attach() -> Operation<MachineDeviceReport>
}
