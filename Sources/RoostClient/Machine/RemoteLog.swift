import NIOCore
import RoostCore

/// The end of what a serial port has said, as the server has it.
struct RemoteLog: SiteLog {
    let machine: RemoteMachine

    /// What the server gives at most, in bytes.
    private static let most = 1 << 20

    func read(follow: Bool, _ take: @Sendable ([UInt8]) async throws -> Void) async throws {
        guard !follow else { throw Failure.direct("A log is followed on its host; a console shows what comes") }
        let answer = try await machine.server.ask(
            .get(machine.path + ["log"], query: [("bytes", "\(Self.most)")]),
            task: "Cannot read the log of \(machine.label)")
        try await take(Array(answer.body.readableBytesView))
    }
}
