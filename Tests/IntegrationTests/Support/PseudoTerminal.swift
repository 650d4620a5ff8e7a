import Dispatch
import Glibc
import Subprocess
import Synchronization
import SystemPackage

/// A terminal that a test types into and reads, as a person would, with a program on its other side.
final class PseudoTerminal: Sendable {
    /// What a program may change about a terminal.
    struct Modes: Hashable {
        let input, output, control, local: UInt32

        /// Whether keys come at once and Ctrl-C is a key like any other.
        var isRaw: Bool { local & UInt32(ICANON | ISIG | ECHO) == 0 }
    }

    private let near: Int32
    private let far: Int32
    private let incoming: AsyncStream<[UInt8]>
    private let hangUp: @Sendable () -> Void
    /// For what a test waits to read: longer than any guest takes to boot.
    private static let patience = Duration.seconds(240)

    init(columns: UInt16 = 100, rows: UInt16 = 30) throws {
        var (near, far): (Int32, Int32) = (0, 0)
        var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
        // Safety: the pointers live through the call.
        guard unsafe openpty(&near, &far, nil, nil, &size) == 0 else { throw LabError(what: "openpty: \(errno)") }
        (self.near, self.far) = (near, far)
        // Other programs that tests start at the same time must not hold it open.
        for descriptor in [near, far] { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
        let (stream, send) = AsyncStream.makeStream(of: [UInt8].self)
        incoming = stream
        hangUp = { send.finish() }
        DispatchQueue(label: "pseudo-terminal").async { [near] in
            var buffer = [UInt8](repeating: 0, count: 4096)
            while true {
                // Safety: the buffer lives through the call and is as large as it says.
                let count = unsafe Glibc.read(near, &buffer, buffer.count)
                guard count > 0 else { break }
                send.yield(Array(buffer.prefix(count)))
            }
            send.finish()
        }
    }

    deinit { close(near) }

    var modes: Modes {
        var modes = termios()
        // Safety: the pointer lives through the call.
        unsafe _ = tcgetattr(near, &modes)
        return Modes(input: modes.c_iflag, output: modes.c_oflag, control: modes.c_cflag, local: modes.c_lflag)
    }

    func type(_ text: String) {
        let bytes = Array(text.utf8)
        // Safety: the bytes live through the call. So few fit into a terminal's buffer at once.
        unsafe _ = write(near, bytes, bytes.count)
    }

    /// Waits until the text was printed, after all that was read before.
    /// - Returns: all that was printed since, the text included.
    @discardableResult
    func read(until text: String) async throws -> String {
        var seen: [UInt8] = []
        let limit = Task { [hangUp] in
            try await Task.sleep(for: Self.patience)
            hangUp()
        }
        defer { limit.cancel() }
        for await bytes in incoming {
            seen += bytes
            let shown = String(decoding: seen, as: UTF8.self)
            if shown.contains(text) { return shown }
        }
        throw LabError(what: "'\(text)' never came, only: \(String(decoding: seen, as: UTF8.self).debugDescription)")
    }

    /// Runs a program on the terminal while `body` types, reads and sends signals. To be called once: when the program ends,
    /// nobody is left on its side, and who still reads is told so.
    /// - Returns: its exit code, 128 and the signal's number for one that was killed.
    func run(
        _ program: Program, _ arguments: [String], environment: [String: String] = [:],
        _ body: (_ send: (Signal) throws -> Void) async throws -> Void
    ) async throws -> Int32 {
        let terminal = FileDescriptor(rawValue: far)
        let changes = ["ROOST_HOST": Lab.uri, "TERM": "xterm", "NO_COLOR": "1"].merging(environment) { $1 }
        let limit = Mutex<Task<Void, any Error>?>(nil)
        defer { limit.withLock { $0?.cancel() } }
        let result = try await Subprocess.run(
            program.executable, arguments: Arguments(arguments),
            environment: .inherit.updating(
                Dictionary(uniqueKeysWithValues: changes.map { (Environment.Key(stringLiteral: $0), $1) })),
            input: .fileDescriptor(terminal, closeAfterSpawningProcess: false),
            output: .fileDescriptor(terminal, closeAfterSpawningProcess: false),
            error: .fileDescriptor(terminal, closeAfterSpawningProcess: false)
        ) { execution in
            // From here on only the program is on that side, so that its end is seen on this one.
            close(far)
            try await body { try execution.send(signal: $0) }
            // One that does not end is a failure too, not a test run without an end.
            limit.withLock {
                $0 = Task {
                    try await Task.sleep(for: Self.patience)
                    try execution.send(signal: .kill)
                }
            }
        }
        switch result.terminationStatus {
        case .exited(let code): return code
        case .signaled(let signal): return 128 + signal
        }
    }
}
