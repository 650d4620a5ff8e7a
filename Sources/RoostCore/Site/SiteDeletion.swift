/// The deletion of machines, worked out and not yet done.
public protocol SiteDeletion: Sendable {
    /// What goes and what stays, of each machine that can be deleted.
    var plans: [MachineDeletion] { get }
    /// Of names that mean nothing, and machines that cannot be deleted.
    var refused: [Failure] { get }
    /// Deletes as planned: what differs from its plan by now is left alone.
    /// - Parameter deleted: told of each machine that is gone, and which of its files.
    /// - Returns: a failure for each machine that was left alone and each file that could not be deleted.
    func carryOut(_ deleted: (MachineDeletion, [String]) -> Void) async -> [Failure]
}
