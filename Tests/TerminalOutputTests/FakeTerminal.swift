import Synchronization
import TerminalOutput

/// A terminal in memory, of a width that the test can change.
final class FakeTerminal: TextOutput {
    let isTerminal: Bool
    private let width: Mutex<Int>
    private let text = Mutex("")

    init(columns: Int = 80, isTerminal: Bool = true) {
        width = Mutex(columns)
        self.isTerminal = isTerminal
    }

    var columns: Int? { isTerminal ? width.withLock { $0 } : nil }
    var written: String { text.withLock { $0 } }

    func resize(to columns: Int) { width.withLock { $0 = columns } }

    func write(_ piece: String) { text.withLock { $0 += piece } }

    func flush() {}

    /// What was written since the last call.
    func take() -> String {
        text.withLock { text in
            defer { text = "" }
            return text
        }
    }
}
