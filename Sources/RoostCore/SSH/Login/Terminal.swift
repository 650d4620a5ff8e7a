import Glibc
import SystemPackage

/// Who could answer ssh's questions.
enum Terminal {
    static var isStandardError: Bool { isatty(STDERR_FILENO) == 1 }

    /// Whether ssh has a way to ask: the process's terminal, or a program named by SSH_ASKPASS.
    static func canAsk(environment: (String) -> String?) -> Bool {
        if let program = environment("SSH_ASKPASS"), !program.isEmpty {
            if ["force", "prefer"].contains(environment("SSH_ASKPASS_REQUIRE")) { return true }
            if environment("DISPLAY") != nil || environment("WAYLAND_DISPLAY") != nil { return true }
        }
        // It opens for whom has one, wherever standard input and output lead.
        guard let terminal = try? FileDescriptor.open(FilePath("/dev/tty"), .readWrite, options: .closeOnExec) else {
            return false
        }
        // Nothing was written.
        try? terminal.close()
        return true
    }
}
