import Glibc

/// The few system calls of this module, and its only unsafe code. Each pointer lives within its call.
enum SystemCalls {
    static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

    /// Nil when the descriptor is no terminal or the terminal does not know its size, as on a serial line.
    static func columns(_ descriptor: Int32) -> Int? {
        var size = winsize()
        guard unsafe ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
        return Int(size.ws_col)
    }

    /// Writes everything. A broken pipe is an error like any other: the signal that comes with it is held back on
    /// this thread alone, so that neither the rest of the program nor its children see another disposition.
    static func write(_ bytes: [UInt8], to descriptor: Int32) throws(OutputError) {
        var pipeSignal = sigset_t()
        var before = sigset_t()
        unsafe sigemptyset(&pipeSignal)
        unsafe sigaddset(&pipeSignal, SIGPIPE)
        unsafe pthread_sigmask(SIG_BLOCK, &pipeSignal, &before)
        defer { unsafe _ = pthread_sigmask(SIG_SETMASK, &before, nil) }
        var offset = 0
        while offset < bytes.count {
            let written = unsafe bytes[offset...].withUnsafeBytes { buffer in
                unsafe Glibc.write(descriptor, buffer.baseAddress, buffer.count)
            }
            if written >= 0 {
                offset += written
                continue
            }
            switch errno {
            case EINTR: continue
            case EAGAIN:
                var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                _ = unsafe poll(&waiting, 1, -1)
            case EPIPE:
                var none = timespec()
                _ = unsafe sigtimedwait(&pipeSignal, nil, &none)
                throw .brokenPipe
            case let code: throw .failed(errno: code)
            }
        }
    }

    /// One line without its newline, nil at the end of input and when the task is cancelled while it waits. A line longer
    /// than `limit` bytes is cut there.
    static func readLine(from descriptor: Int32, limit: Int) -> String? {
        var line: [UInt8] = []
        while true {
            guard waitForInput(on: descriptor) else { return nil }
            var byte: UInt8 = 0
            let count = unsafe read(descriptor, &byte, 1)
            if count < 0, errno == EINTR { continue }
            guard count == 1 else { return line.isEmpty ? nil : String(decoding: line, as: UTF8.self) }
            if byte == UInt8(ascii: "\n") { return String(decoding: line, as: UTF8.self) }
            if line.count < limit { line.append(byte) }
        }
    }

    /// A read cannot be cancelled, and Ctrl-C must not need another key to work: looks up ten times a second.
    /// - Returns: false when the task was cancelled.
    private static func waitForInput(on descriptor: Int32) -> Bool {
        while !Task.isCancelled {
            var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            let count = unsafe poll(&waiting, 1, 100)
            // An error shows again, and with its reason, when the descriptor is read.
            if count > 0 || count < 0 && errno != EINTR { return true }
        }
        return false
    }

    static func message(errno code: Int32) -> String {
        unsafe strerror(code).map { unsafe String(cString: $0) } ?? "error \(code)"
    }
}
