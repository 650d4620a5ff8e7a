/// What a machine's serial port has said.
public protocol SiteLog: Sendable {
    /// Hands out what is there, first to last, and with `follow` all that comes.
    func read(follow: Bool, _ take: @Sendable ([UInt8]) async throws -> Void) async throws
}

extension SerialLog: SiteLog {}
