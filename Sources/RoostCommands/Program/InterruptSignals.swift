import Dispatch
import Glibc
import Synchronization
import TerminalOutput

/// Turns Ctrl-C and a polite kill into a cancellation, so that work in progress can be taken back. A second one leaves
/// at once.
final class InterruptSignals {
    private static let queue = DispatchQueue(label: "roost.signals")
    private static let terminalIsLent = Atomic<Bool>(false)
    private let sources: [any DispatchSourceSignal]

    init(onInterrupt: @escaping @Sendable () -> Void) {
        let asked = InterruptCount()
        sources = [SIGINT, SIGTERM, SIGHUP].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: Self.queue)
            source.setEventHandler {
                if number == SIGINT, Self.terminalIsLent.load(ordering: .relaxed) { return }
                if asked.isRepeated() {
                    TerminalMode.restore()
                    _exit(128 + number)
                }
                onInterrupt()
            }
            source.resume()
            return source
        }
    }

    /// Runs another program that has the terminal, such as an editor. What is typed is meant for that one: Ctrl-C and
    /// Ctrl-\ reach every program of the terminal.
    static func whileTerminalIsLent<Value>(_ body: () async throws -> Value) async rethrows -> Value {
        terminalIsLent.store(true, ordering: .relaxed)
        signal(SIGQUIT, SIG_IGN)
        defer {
            signal(SIGQUIT, SIG_DFL)
            terminalIsLent.store(false, ordering: .relaxed)
        }
        return try await body()
    }

    func stop() {
        for source in sources { source.cancel() }
    }

    private final class InterruptCount: Sendable {
        private let asked = Atomic<Bool>(false)

        func isRepeated() -> Bool { asked.exchange(true, ordering: .relaxed) }
    }
}
