import Subprocess

/// Runs the programs that customize an image, and tells why one failed.
struct CustomizeProgram: Sendable {
    let task: String

    /// True of every failure before the layer is written into the image.
    static let untouched = "The image is as it was."

    /// - Parameters:
    ///   - isApart: whether it gets a session of its own, away from the terminal's signals.
    ///   - tell: given each line that it prints.
    func run(
        _ program: String, _ arguments: [String], isApart: Bool = false,
        tell: @escaping @Sendable (String) -> Void = { _ in }
    ) async throws {
        var options = PlatformOptions()
        options.createSession = isApart
        var environment = ["LIBGUESTFS_BACKEND": "direct"]
        if !LocalVirtualization.isUsable { environment["LIBGUESTFS_BACKEND_SETTINGS"] = "force_tcg" }
        let changes = Dictionary(uniqueKeysWithValues: environment.map { (Environment.Key(stringLiteral: $0), $1) })
        do {
            let result = try await Subprocess.run(
                .name(program), arguments: Arguments(arguments), environment: .inherit.updating(changes),
                platformOptions: options, input: .none, output: .sequence, error: .string(limit: 1 << 20)
            ) { execution in
                for try await line in execution.standardOutput.strings() {
                    tell(String(line.drop { $0 != "]" }.dropFirst().drop { $0 == " " }.prefix { $0 != "\n" }))
                }
            }
            guard result.terminationStatus.isSuccess else { throw failure(program, result.standardError) }
        } catch let error as SubprocessError {
            try Task.checkCancellation()
            guard error.code == .executableNotFound else { throw Failure(.general, task, why: "\(error)") }
            throw Failure(
                .unsupported, task, why: "\(program) is not installed",
                remedy: program == "qemu-img"
                    ? "Debian, Ubuntu: sudo apt-get install qemu-utils; Fedora, RHEL: sudo dnf install qemu-img"
                    : "Debian, Ubuntu: sudo apt-get install libguestfs-tools; Fedora, RHEL: sudo dnf install guestfs-tools"
            )
        }
    }

    /// - Parameter errors: what the program wrote to its standard error.
    func failure(_ program: String, _ errors: String) -> Failure {
        let lines = errors.split(whereSeparator: \.isNewline).filter { !$0.allSatisfy(\.isWhitespace) }
        let mark = "\(program): error: "
        guard let number = lines.lastIndex(where: { $0.hasPrefix(mark) }) else {
            let why = lines.last.map(String.init) ?? "\(program) failed"
            return Failure(.general, task, why: why, remedy: Self.untouched)
        }
        // What stands before is what the image's own programs wrote, what stands behind advice on debugging.
        let said = number > 0 ? ": \(lines[number - 1].prefix(200))" : ""
        let message = lines[number].dropFirst(mark.count)
        if message.contains("supermin") {
            return Failure(
                .unsupported, task, why: "libguestfs cannot make its appliance on this computer",
                remedy:
                    "It wants a kernel in /boot that you may read, with its modules in /lib/modules; libguestfs-test-tool tells more. \(Self.untouched)"
            )
        }
        // It names a command by all of its text.
        let growing = CustomizeCommand.growing.split(separator: "\n").prefix(2)
        if [message] + lines[(number + 1)...].prefix(1) == Array(growing) {
            return Failure(
                .unsupported, task, why: "its root file system cannot be grown\(said)",
                remedy:
                    "That takes growpart or sfdisk in the image, and the programs of its file system. \(Self.untouched)"
            )
        }
        return Failure(.general, task, why: message + said, remedy: Self.untouched)
    }
}
