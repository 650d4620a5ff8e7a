import Dispatch
import Glibc
import Synchronization
import TerminalOutput

/// Turns Ctrl-C and a polite kill into a cancellation, so that work in progress can be taken back. A second one leaves
/// at once.
final class InterruptSignals {
    private static let queue = DispatchQueue(label: "roost.signals")
    private let sources: [any DispatchSourceSignal]

    init(onInterrupt: @escaping @Sendable () -> Void) {
        let asked = InterruptCount()
        sources = [SIGINT, SIGTERM, SIGHUP].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: Self.queue)
            source.setEventHandler {
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

    func stop() {
        for source in sources { source.cancel() }
    }

    private final class InterruptCount: Sendable {
        private let asked = Atomic<Bool>(false)

        func isRepeated() -> Bool { asked.exchange(true, ordering: .relaxed) }
    }
}
