import RoostCore
import Subprocess

/// What a program left behind.
struct RunResult: Sendable, CustomStringConvertible {
    /// The exit code; 128 and the signal's number for one that was killed, as a shell says it.
    let code: Int32
    let output: String
    let errors: String

    init(_ status: TerminationStatus, output: String?, errors: String?) {
        code =
            switch status {
            case .exited(let code): code
            case .signaled(let signal): 128 + signal
            }
        self.output = output ?? ""
        self.errors = errors ?? ""
    }

    var succeeded: Bool { code == 0 }

    /// Shown by a failed expectation.
    var description: String { "exit code \(code)\noutput: \(output)\nerrors: \(errors)" }

    func failed(_ kind: FailureKind) -> Bool { code == kind.exitCode }
}
