import Libvirt
import Subprocess
import Synchronization
import Testing

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The real host for one test: everything that is made here has the test's own random prefix and is removed afterwards,
/// last first, whether the test passed or not.
final class Lab: Sendable {
    /// The trait of every suite that needs the host.
    static let isEnabled = ProcessInfo.processInfo.environment["ROOST_INTEGRATION"] == "1"
    static let whyDisabled: Comment =
        "set ROOST_INTEGRATION=1 on a computer with libvirt, or run scripts/test integration"

    /// Where the tests' machines run.
    static let uri = "qemu:///system"
    /// Where their disks go: the folder of the pool `default`.
    static let imageDirectory = "/var/lib/libvirt/images"

    /// In front of every name: `t-3f9a1c-`.
    let prefix: String
    let connection: Connection
    private let cleanUps = Mutex<[(what: String, undo: @Sendable () async throws -> Void)]>([])

    private init() async throws {
        prefix = "t-\(String(UInt32.random(in: 0...0xFF_FFFF) | 0x100_0000, radix: 16).dropFirst())-"
        connection = try await Connection.open(uri: Self.uri)
    }

    /// Gives a test its lab. Few tests have one at the same time, for they share few processors.
    /// - Parameter slots: which of the queues it stands in.
    static func run(_ slots: LabSlots = .others, _ body: (Lab) async throws -> Void) async throws {
        try await slots.occupied {
            let lab = try await Lab()
            do {
                try await body(lab)
            } catch {
                await lab.cleanUp()
                throw error
            }
            await lab.cleanUp()
        }
    }

    /// Has something removed when the test ends. To be called before it is made, so that a half-made one goes too.
    /// - Parameter undo: must not fail on what is not there.
    func atEnd(_ what: String, _ undo: @escaping @Sendable () async throws -> Void) {
        cleanUps.withLock { $0.append((what, undo)) }
    }

    private func cleanUp() async {
        while let step = cleanUps.withLock({ $0.popLast() }) {
            // A test that ran out of time is cancelled, and a cancelled task makes no libvirt calls.
            let result = await Task { try await step.undo() }.result
            if case .failure(let error) = result { Issue.record(error, "\(step.what) is left over") }
        }
        await connection.close()
    }

    /// Runs the built `roost` with the tests' host and waits for its end.
    func roost(_ arguments: String..., environment: [String: String] = [:]) async throws -> RunResult {
        try await roost(arguments, environment: environment)
    }

    func roost(_ arguments: [String], environment: [String: String] = [:]) async throws -> RunResult {
        try await Program.roost.run(
            arguments, environment: ["ROOST_HOST": Self.uri].merging(environment) { $1 })
    }

    /// The same for what must succeed; the test ends where it does not.
    @discardableResult
    func succeeding(_ arguments: String...) async throws -> RunResult {
        let result = try await roost(arguments)
        guard result.succeeded else { throw LabError(what: "roost \(arguments.joined(separator: " ")): \(result)") }
        return result
    }
}
