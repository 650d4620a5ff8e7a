/// The detaching of a device, worked out and not yet done.
public protocol SiteDetachment: Sendable {
    /// The disk's image, where it is to be deleted.
    var volume: MachineDeletion.Item? { get }
    /// - Parameter limit: how long the guest may take to let go.
    func detach(within limit: Duration) async throws(Failure) -> MachineDeviceReport
}
