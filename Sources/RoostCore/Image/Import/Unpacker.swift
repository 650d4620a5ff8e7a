import NIOCore
import Subprocess

/// Unpacks a compressed image while it comes, through the standard program. What that makes of a stranger's bytes goes through
/// the same gate as an image that is not compressed, and is bounded like it.
final class Unpacker: Sendable {
    private let writer: StandardInputWriter
    private let work: Task<Void, any Error>
    private let task: String

    /// - Parameter intake: gets what is unpacked.
    /// - Throws: ``Failure`` of kind unsupported where the program is missing.
    init(_ packing: ImagePacking, into intake: ImageIntake, task: String) async throws {
        guard let program = packing.program else {
            throw Failure(
                .usage, task, why: "it is compressed with \(packing.name)",
                remedy: "Unpack it first, and import it: \(packing.command)")
        }
        let (writers, feed) = AsyncThrowingStream.makeStream(of: StandardInputWriter.self)
        let work = Task {
            do {
                try await Self.run(program, feed, into: intake, task)
                feed.finish()
            } catch {
                feed.finish(throwing: error)
                throw error
            }
        }
        var first: StandardInputWriter?
        for try await writer in writers {
            first = writer
            break
        }
        guard let first else { throw Failure(.general, task, why: "\(program.name) has ended at once") }
        writer = first
        self.work = work
        self.task = task
    }

    private static func run(
        _ program: ImagePacking.Program, _ feed: AsyncThrowingStream<StandardInputWriter, any Error>.Continuation,
        into intake: ImageIntake, _ task: String
    ) async throws {
        let status: TerminationStatus
        let errors: String
        do {
            let result = try await Subprocess.run(
                .name(program.name), arguments: Arguments(program.arguments), input: .inputWriter, output: .sequence,
                error: .bytes(limit: 64 << 10)
            ) { execution in
                feed.yield(execution.standardInputWriter)
                for try await buffer in execution.standardOutput {
                    var bytes = ByteBuffer()
                    bytes.writeBytes(buffer.bytes)
                    try await intake.take(.data(Array(buffer: bytes)))
                }
            }
            status = result.terminationStatus
            errors = String(decoding: result.standardError, as: UTF8.self)
        } catch let error as SubprocessError {
            throw Failure(
                .unsupported, task, why: "\(program.name) cannot be run: \(error)",
                remedy: "Install it: sudo apt-get install \(program.package)")
        }
        guard status.isSuccess else {
            let line =
                errors.split(whereSeparator: \.isNewline).last.map { " (\(ValueProblem.quote(String($0))))" } ?? ""
            throw Failure(.usage, task, why: "\(program.name) cannot unpack it\(line)", remedy: "Check the file.")
        }
    }

    /// - Throws: why the program does not go on, or what its output was refused for.
    func write(_ bytes: [UInt8]) async throws {
        do {
            _ = try await writer.write(bytes)
        } catch {
            try Task.checkCancellation()
            // A program that takes nothing more has ended: that says more than the pipe does.
            try await work.value
            throw Failure(.usage, task, why: "there is something behind the end of the compressed image")
        }
    }

    /// Waits until all is unpacked.
    func finish() async throws {
        try await writer.finish()
        try await work.value
    }

    /// Ends the program.
    func stop() async {
        work.cancel()
        _ = await work.result
    }
}
