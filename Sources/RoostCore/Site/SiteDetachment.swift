/// The detaching of a device, worked out and not yet done.
public protocol SiteDetachment: Sendable {
    /// The disk's image, where it is to be deleted.
    var volume: MachineDeletion.Item? { get }
    /// - Parameter limit: how long the guest may take to let go.
    /// - Throws: ``Failure``; of kind timeout when the guest has not let go of it in time.
    func detach(within limit: Duration) async throws -> MachineDeviceReport
}
