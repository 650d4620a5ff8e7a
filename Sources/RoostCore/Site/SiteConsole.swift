/// Somebody at a serial console.
public protocol SiteConsole: Sendable {
    /// The machine's.
    var name: String { get }
    /// Stays until the machine is gone, the task is cancelled, or `deliver` throws.
    func follow(force: Bool, _ deliver: @escaping @Sendable (ConsoleEvent) async throws -> Void) async throws
    /// Sends what was typed.
    func send(_ bytes: [UInt8]) async throws(Failure)
}
