import Glibc
import Testing

/// virsh on libvirt's test driver. Foundation's Process is not used: Foundation brings an ICU of its own, which the compiler
/// refuses beside the system's that libxml2's headers bring.
enum Virsh {
    static let path = "/usr/bin/virsh"

    static var isInstalled: Bool { unsafe access(path, X_OK) == 0 }

    /// Runs commands of virsh in one connection.
    /// - Returns: what it printed.
    static func run(_ commands: String) throws -> String {
        var ends: [Int32] = [0, 0]
        try #require(unsafe pipe(&ends) == 0)
        var actions = unsafe posix_spawn_file_actions_t()
        unsafe posix_spawn_file_actions_init(&actions)
        unsafe posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO)
        for end in ends { unsafe posix_spawn_file_actions_addclose(&actions, end) }

        let words = [path, "--quiet", "--connect", "test:///default", commands]
        var arguments = unsafe words.map { unsafe strdup($0) } + [nil]
        var process: pid_t = 0
        let failure = unsafe posix_spawn(&process, path, &actions, nil, &arguments, environ)
        for index in 0...words.count { unsafe free(arguments[index]) }
        unsafe posix_spawn_file_actions_destroy(&actions)
        close(ends[1])
        defer { close(ends[0]) }
        try #require(failure == 0)

        var output: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = unsafe read(ends[0], &buffer, buffer.count)
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { break }
            output += buffer[..<count]
        }
        var status: Int32 = 0
        while unsafe waitpid(process, &status, 0) < 0 && errno == EINTR {}
        #expect(status == 0, "virsh \(commands)")
        return String(decoding: output, as: UTF8.self)
    }
}
