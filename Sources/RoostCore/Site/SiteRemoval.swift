/// The deletion of images or volumes, worked out and not yet done.
public protocol SiteRemoval: Sendable {
    /// What goes.
    var items: [RemovalItem] { get }
    /// Of what is named and nowhere, and of what cannot be deleted.
    var refused: [Failure] { get }
    /// - Parameter deleted: told of each one that is gone.
    /// - Returns: a failure for each one that is not.
    func carryOut(_ deleted: (RemovalItem) -> Void) async -> [Failure]
}
