/// What one program in the sandbox may take.
struct SandboxLimits: Sendable {
    /// Of processor time, in seconds.
    var processor = 60
    /// Of address space, in KiB.
    var memory = 4 << 20
    /// Of one file that it writes, in KiB.
    var file = 64 << 10
    /// What a question may answer, in bytes.
    var answer = 64 << 20
    /// For all of it; nil where somebody sees how far it is.
    var time: Duration? = .seconds(60)

    /// A copy of much data keeps its readers busy for long.
    static let copying = SandboxLimits(processor: 24 * 3600, time: nil)

    /// For a shell. POSIX counts files in blocks of 512 bytes.
    var words: String { "ulimit -c 0 && ulimit -t \(processor) && ulimit -v \(memory) && ulimit -f \(file * 2)" }
}
