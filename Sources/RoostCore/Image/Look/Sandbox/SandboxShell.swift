import NIOCore
import Subprocess

/// The shell in the sandbox, which is told what to run. What it answers is the image's word: bounded here, and believed nowhere.
final class SandboxShell {
    struct Answer {
        /// As of `$?`: 124 where the time was over.
        let status: Int
        let output: ByteBuffer
        /// The end of what went to standard error.
        let errors: String

        var succeeded: Bool { status == 0 }
        var text: String { String(buffer: output) }
    }

    /// It said what no answer looks like, or nothing more.
    struct Broken: Error {}
    struct TooMuch: Error {}

    private let writer: StandardInputWriter
    private var output: SubprocessOutputSequence.Iterator
    private var buffer = ByteBuffer()
    private let limits: SandboxLimits

    private static let longestErrors = 2000

    init(
        _ execution: Execution<CustomWriteInput, SequenceOutput, StringOutput<UTF8>>, limits: SandboxLimits
    ) async throws {
        writer = execution.standardInputWriter
        output = execution.standardOutput.makeAsyncIterator()
        self.limits = limits
        try await say(limits.words + " || exit 1")
    }

    /// Runs it and waits for its end.
    /// - Parameter command: a shell's; every name in it that comes from an image has gone through `ShellWord`.
    func ask(_ command: String) async throws -> Answer {
        let seconds = max(1, limits.time.components.seconds)
        try await say(
            """
            timeout -s KILL \(seconds) sh -c \(ShellWord.quoted(command)) </dev/null >/run/o 2>/run/e; s=$?
            printf '%d %d %d\\n' $s $(wc -c </run/o) $(tail -c \(Self.longestErrors) /run/e | wc -c)
            cat /run/o; tail -c \(Self.longestErrors) /run/e
            """)
        let numbers = try await line().split(separator: " ").compactMap { Int($0) }
        guard numbers.count == 3, numbers[1] >= 0, (0...Self.longestErrors).contains(numbers[2]) else { throw Broken() }
        guard numbers[1] <= limits.file << 10 else { throw TooMuch() }
        let output = try await take(numbers[1])
        return Answer(status: numbers[0], output: output, errors: String(buffer: try await take(numbers[2])))
    }

    /// Begins a program that goes on beside the others.
    func start(_ command: String) async throws { try await say(command) }

    /// Runs a last command and hands on what it writes, as it comes. Its status and the end of its errors follow as the sandbox's
    /// own error output: see ``SandboxEnd``.
    func stream(_ command: String, into body: (ByteBuffer) async throws -> Void) async throws {
        try await say(
            """
            \(command) </dev/null 2>/run/e; s=$?
            exec >&-
            \(SandboxEnd.script)
            """)
        try await writer.finish()
        if buffer.readableBytes > 0 { try await body(buffer) }
        while let more = try await output.next() {
            var bytes = ByteBuffer()
            bytes.writeBytes(more.bytes)
            try await body(bytes)
        }
    }

    private func say(_ text: String) async throws { _ = try await writer.write(text + "\n") }

    private func line() async throws -> String {
        while true {
            if let end = buffer.readableBytesView.firstIndex(of: UInt8(ascii: "\n")) {
                let text = buffer.readString(length: end - buffer.readerIndex)
                buffer.moveReaderIndex(forwardBy: 1)
                return text ?? ""
            }
            guard buffer.readableBytes < 100 else { throw Broken() }
            try await more()
        }
    }

    private func take(_ count: Int) async throws -> ByteBuffer {
        while buffer.readableBytes < count { try await more() }
        let taken = buffer.readSlice(length: count)
        buffer.discardReadBytes()
        return taken ?? ByteBuffer()
    }

    private func more() async throws {
        guard let more = try await output.next() else { throw Broken() }
        buffer.writeBytes(more.bytes)
    }
}
