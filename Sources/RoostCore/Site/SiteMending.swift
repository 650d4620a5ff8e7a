/// Changes that mend a host, decided and not yet made.
public protocol SiteMending: Sendable {
    var changes: [HostChange] { get }
    /// Makes them. Each stands by itself: one that fails does not stop the others.
    /// - Parameter tell: told of each one when it begins.
    /// - Throws: ``PartialFailure`` with a failure for each that failed.
    func make(_ tell: @escaping @Sendable (HostChange) -> Void) async throws
}
