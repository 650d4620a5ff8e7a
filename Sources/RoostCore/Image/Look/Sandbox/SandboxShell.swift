import NIOCore
import Subprocess

/// The shell in the sandbox, which is told what to run. What it answers is the image's word: bounded here, and believed nowhere.
final class SandboxShell {
    struct Answer {
        /// As of `$?`.
        let status: Int
        /// What it wrote; what went to standard error is gone, unless the command sent it along.
        let output: ByteBuffer

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

    /// Ends every answer; nothing in an image knows it.
    private let mark = "\n" + String(UInt64.random(in: .min ... .max), radix: 36) + " "

    init(
        _ execution: Execution<CustomWriteInput, SequenceOutput, StringOutput<UTF8>>, limits: SandboxLimits
    ) async throws {
        writer = execution.standardInputWriter
        output = execution.standardOutput.makeAsyncIterator()
        self.limits = limits
        // A question that lay in the pipe would be answered even when Roost had gone before the sandbox was tied to it.
        let greeting = ByteBuffer(string: SandboxCommand.ready + "\n")
        while buffer.readableBytes < greeting.readableBytes {
            guard let more = try await output.next() else { throw Broken() }
            buffer.writeBytes(more.bytes)
        }
        guard buffer == greeting else { throw Broken() }
        buffer.clear()
        try await say(limits.words + " || exit 1")
    }

    /// Runs it and waits for its end.
    /// - Parameter command: a shell's; every name in it that comes from an image has gone through `ShellWord`.
    func ask(_ command: String) async throws -> Answer {
        try await say("( \(command)\n) </dev/null 2>/dev/null; printf '%s%d\\n' '\(mark)' $?")
        while true {
            if let status = takeEnd() {
                let output = buffer
                buffer.clear()
                return Answer(status: status, output: output)
            }
            guard let more = try await output.next() else { throw Broken() }
            buffer.writeBytes(more.bytes)
            guard buffer.readableBytes <= limits.answer + 100 else { throw TooMuch() }
        }
    }

    /// Takes the mark and the status away, once they are there.
    private func takeEnd() -> Int? {
        let bytes = buffer.readableBytesView
        guard bytes.last == UInt8(ascii: "\n"), bytes.count > mark.utf8.count else { return nil }
        let tail = bytes.suffix(mark.utf8.count + 4)
        guard let start = tail.indices.first(where: { tail[$0...].starts(with: mark.utf8) }) else { return nil }
        let status = Int(String(decoding: tail[start...].dropFirst(mark.utf8.count).dropLast(), as: UTF8.self))
        buffer.moveWriterIndex(to: start)
        return status
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
}
