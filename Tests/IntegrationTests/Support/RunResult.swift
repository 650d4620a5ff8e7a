import RoostCore

/// What a program left behind.
struct RunResult: Sendable, CustomStringConvertible {
    /// The exit code; 128 and the signal's number for one that was killed, as a shell says it.
    let code: Int32
    let output: String
    let errors: String

    var succeeded: Bool { code == 0 }

    /// Shown by a failed expectation.
    var description: String { "exit code \(code)\noutput: \(output)\nerrors: \(errors)" }

    func failed(_ kind: FailureKind) -> Bool { code == kind.exitCode }
}
