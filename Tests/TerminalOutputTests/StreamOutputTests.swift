import Glibc
import TerminalOutput
import Testing

@Suite struct StreamOutputTests {
    /// The read end and the write end of a pipe.
    private func makePipe() throws -> (read: Int32, write: Int32) {
        var ends: [Int32] = [-1, -1]
        try #require(unsafe pipe(&ends) == 0)
        return (ends[0], ends[1])
    }

    private func readAll(_ descriptor: Int32) -> String {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4096)
        while true {
            let count = unsafe read(descriptor, &buffer, buffer.count)
            guard count > 0 else { return String(decoding: bytes, as: UTF8.self) }
            bytes += buffer.prefix(count)
        }
    }

    @Test func keepsTextUntilItIsFlushed() throws {
        let pipe = try makePipe()
        defer { close(pipe.read) }
        let output = StreamOutput(descriptor: pipe.write)
        #expect(!output.isTerminal)
        #expect(output.columns == nil)
        try output.write("one ")
        try output.write("two\n")
        try output.flush()
        close(pipe.write)
        #expect(readAll(pipe.read) == "one two\n")
    }

    /// Would end the whole test run by SIGPIPE if the signal were let through.
    @Test func brokenPipeIsAnErrorNotASignal() throws {
        let pipe = try makePipe()
        close(pipe.read)
        defer { close(pipe.write) }
        let output = StreamOutput(descriptor: pipe.write)
        #expect(throws: OutputError.brokenPipe) {
            try output.write(String(repeating: "x", count: 1 << 20))
        }
        #expect(throws: OutputError.brokenPipe) {
            try output.write("y")
            try output.flush()
        }
    }

    @Test func fullDeviceIsAnError() throws {
        let descriptor = unsafe open("/dev/full", O_WRONLY | O_CLOEXEC)
        try #require(descriptor >= 0)
        defer { close(descriptor) }
        let output = StreamOutput(descriptor: descriptor)
        try output.write("x")
        #expect(throws: OutputError.failed(errno: ENOSPC)) { try output.flush() }
        #expect(OutputError.failed(errno: ENOSPC).description.contains("No space left"))
    }

    @Test func terminalSizeIsAskedAnew() throws {
        let controller = unsafe open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
        try #require(controller >= 0)
        defer { close(controller) }
        let output = StreamOutput(descriptor: controller)
        #expect(output.isTerminal)
        for columns in [40, 200] as [UInt16] {
            var size = winsize(ws_row: 24, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
            try #require(unsafe ioctl(controller, UInt(TIOCSWINSZ), &size) == 0)
            #expect(output.columns == Int(columns))
        }
    }
}
