import RoostCore
import Synchronization
import TerminalOutput

/// A console without a terminal: input goes to the guest as it comes, its output to standard output.
struct ConsolePipe {
    let session: any SiteConsole
    /// How long the guest must be silent after the end of input.
    let idle: Duration

    func run(force: Bool) async throws {
        let silence = Silence()
        let (attached, nowAttached) = AsyncStream.makeStream(of: Void.self)
        let name = session.name
        var work = FirstOutcome()
        work.add { [session] in
            try await session.follow(force: force) { event in
                silence.end()
                switch event {
                case .attached: nowAttached.yield()
                case .output(let bytes):
                    try StreamOutput.standardOutput.write(bytes: bytes)
                    try StreamOutput.standardOutput.flush()
                case .lost(let count): Report.warning("\(count) bytes came too fast and are not shown")
                case .stopped: Report.notice("\(name) is off; waiting for it to start again")
                case .disconnected(let failure):
                    Report.warning("Lost the host of \(name): \(failure.why ?? failure.what)", hint: "Connecting again")
                case .gone: Report.notice("\(name) is gone")
                }
            }
        }
        work.add { [session, idle] in
            for await _ in attached { break }
            while let bytes = await InputBytes.standardInput.next() { try await session.send(bytes) }
            silence.end()
            while case let left = idle - silence.length, left > .zero { try await Task.sleep(for: left) }
        }
        try await work.wait()
    }

    /// Since when nothing has come.
    private final class Silence: Sendable {
        private let began = Mutex(ContinuousClock.now)

        func end() { began.withLock { $0 = .now } }

        var length: Duration { .now - began.withLock { $0 } }
    }
}
