import Glibc
import Synchronization

/// The system calls that change a terminal's mode and put it back, also from a signal handler.
///
/// Safety: what the handlers read, `original` and `farewell`, is written once, before `isChanged` is set and the handlers are
/// installed, and is never freed or written again. Every other pointer lives within its call.
enum TerminalModeCalls {
    private static let isChanged = Atomic<Bool>(false)
    private static let isTaken = Atomic<Bool>(false)
    private nonisolated(unsafe) static var original: UnsafeMutablePointer<termios>?
    private nonisolated(unsafe) static var farewell: UnsafeMutableBufferPointer<UInt8>?

    /// What ends a process at once: a crash, `abort()`, and an impatient user.
    private static let deadly = [SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGTRAP, SIGABRT, SIGQUIT]

    /// - Parameter bytes: what is written to standard output when the mode is put back.
    /// - Returns: an error number, 0 for success; `EBUSY` when a mode was changed before in this process.
    static func change(to kind: TerminalMode.Kind, farewell bytes: [UInt8]) -> Int32 {
        var mode = termios()
        guard unsafe tcgetattr(0, &mode) == 0 else { return errno }
        guard !isTaken.exchange(true, ordering: .sequentiallyConsistent) else { return EBUSY }
        let kept = UnsafeMutablePointer<termios>.allocate(capacity: 1)
        unsafe kept.initialize(to: mode)
        unsafe original = kept
        let text = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count)
        _ = unsafe text.initialize(from: bytes)
        unsafe farewell = text
        isChanged.store(true, ordering: .sequentiallyConsistent)
        atexit { TerminalModeCalls.restore() }
        for number in deadly { handle(number) }
        switch kind {
        case .raw: unsafe cfmakeraw(&mode)
        case .keys: mode.c_lflag &= ~tcflag_t(ICANON | ECHO)
        case .hidden: mode.c_lflag &= ~tcflag_t(ECHO)
        }
        return unsafe tcsetattr(0, TCSANOW, &mode) == 0 ? 0 : errno
    }

    /// Puts the mode back. May be called again, on any thread and in a signal handler; whoever calls it can be sure that the
    /// mode is back when it returns.
    static func restore() {
        guard isChanged.load(ordering: .sequentiallyConsistent), let original = unsafe original else { return }
        unsafe tcsetattr(0, TCSANOW, original)
        if let text = unsafe farewell, text.count > 0 { _ = unsafe write(1, text.baseAddress, text.count) }
        isChanged.store(false, ordering: .sequentiallyConsistent)
    }

    private static func handle(_ number: Int32) {
        var action = sigaction()
        unsafe action.__sigaction_handler.sa_handler = { number in
            TerminalModeCalls.restore()
            // The handler was taken away as it was called, so this ends the process as it would have ended without it.
            raise(number)
        }
        action.sa_flags = Int32(bitPattern: UInt32(SA_RESETHAND)) | SA_NODEFER
        unsafe sigaction(number, &action, nil)
    }

    /// Columns and rows; nil when the descriptor is no terminal or the terminal does not know its size.
    static func size(_ descriptor: Int32) -> (columns: Int, rows: Int)? {
        var size = winsize()
        guard unsafe ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_row > 0 else {
            return nil
        }
        return (Int(size.ws_col), Int(size.ws_row))
    }

    /// Waits for input. Empty at its end, and where the terminal is gone.
    static func read(_ descriptor: Int32, limit: Int) -> [UInt8] {
        while true {
            var count = 0
            let bytes = unsafe [UInt8](unsafeUninitializedCapacity: limit) { buffer, filled in
                count = unsafe Glibc.read(descriptor, buffer.baseAddress, limit)
                filled = max(0, count)
            }
            if count >= 0 { return bytes }
            switch errno {
            case EINTR: continue
            case EAGAIN:
                var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
                _ = unsafe poll(&waiting, 1, -1)
            default: return []
            }
        }
    }
}
