#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// One program of another architecture, run by QEMU's user mode: no machine, no kernel of its own.
public struct Emulation: Hashable, Sendable {
    /// The emulator: a path.
    public let emulator: String
    /// Its arguments, the program and the program's own among them.
    public let arguments: [String]
    /// What to know before it starts.
    public let notice: String?

    /// What of this computer is looked at.
    struct Surroundings: Sendable {
        var environment: @Sendable (String) -> String?
        var exists: @Sendable (String) -> Bool
        var isExecutable: @Sendable (String) -> Bool
        var read: @Sendable (String) throws(ProgramFile.Problem) -> ProgramFile
        /// Whether the kernel runs programs of that architecture by binfmt_misc.
        var hasHandler: @Sendable (String) -> Bool

        static let real = Surroundings(
            environment: { ProcessInfo.processInfo.environment[$0] },
            exists: { FileManager.default.fileExists(atPath: $0) },
            isExecutable: { FileManager.default.isExecutableFile(atPath: $0) },
            read: { path throws(ProgramFile.Problem) in try ProgramFile(path: path) },
            hasHandler: { name in
                FileManager.default.fileExists(atPath: "/proc/sys/fs/binfmt_misc/qemu-\(name)")
                    || (try? ProgramFile(path: "/proc/self/exe").architecture) == name
            })
    }

    /// - Parameters:
    ///   - architecture: "aarch64" and so on; nil takes what the program says.
    ///   - root: a directory with that architecture's loader and libraries, and perhaps the program.
    ///   - command: the program and its arguments. A program's path that begins with a slash is looked for in the root first.
    /// - Throws: ``Failure`` with what is missing, and where to get it.
    public init(architecture: String?, root: String?, command: [String]) throws(Failure) {
        try self.init(architecture: architecture, root: root, command: command, in: .real)
    }

    init(architecture: String?, root: String?, command: [String], in here: Surroundings) throws(Failure) {
        guard let name = command.first, !name.isEmpty else {
            throw Failure(
                .usage, "There is no program to run", remedy: "roost emulate --arch aarch64 -- PROGRAM [ARGUMENT …]")
        }
        let wanted = try architecture.map { text throws(Failure) in try Self.canonical(text) }
        if let root, !here.exists(root) {
            throw Failure(
                .notFound, "There is no directory \(root)", remedy: "--root takes the root of another system.")
        }
        let task = "Cannot run \(name)"
        let path = try Self.find(name, root, here)
        let file: ProgramFile
        do throws(ProgramFile.Problem) {
            file = try here.read(path)
        } catch {
            throw Self.failure(task, path, error, wanted)
        }
        if let wanted, wanted != file.architecture {
            throw Failure(
                .usage, task, why: "it is a program for \(file.architecture), not for \(wanted)",
                remedy:
                    "roost emulate --arch \(file.architecture) … (or run it without emulation, where this computer is one)"
            )
        }
        let place = try Self.library(file, root, task, here)
        try Self.checkLibraries(file, in: place, task, here)
        emulator = try Self.emulator(file.architecture, task, here)
        arguments = (place.map { ["-L", $0] } ?? []) + [path] + command.dropFirst()
        notice =
            here.hasHandler(file.architecture)
            ? nil
            : "Programs of \(file.architecture) that it starts itself will not run: this kernel knows no handler for them (binfmt_misc)"
    }

    /// Other words for the same.
    static func canonical(_ text: String) throws(Failure) -> String {
        let others = [
            "arm64": "aarch64", "amd64": "x86_64", "armhf": "arm", "armel": "arm", "armv7l": "arm", "i686": "i386",
            "x86": "i386", "ppc64el": "ppc64le", "powerpc": "ppc", "mips64el": "mips64el",
        ]
        let known: Set<String> = [
            "aarch64", "aarch64_be", "arm", "armeb", "i386", "x86_64", "riscv32", "riscv64", "ppc", "ppc64", "ppc64le",
            "s390x", "mips", "mipsel", "mips64", "mips64el", "sparc", "sparc64", "m68k", "sh4", "sh4eb", "loongarch64",
        ]
        let name = others[text] ?? text
        guard known.contains(name) else {
            throw Failure(
                .usage, "There is no architecture '\(text)'",
                remedy: Spelling.nearest(to: text, among: known.sorted()).map { "Did you mean \($0)?" }
                    ?? "Known: \(known.sorted().joined(separator: ", "))")
        }
        return name
    }

    private static func find(_ name: String, _ root: String?, _ here: Surroundings) throws(Failure) -> String {
        if name.contains("/") {
            if let root, name.hasPrefix("/") {
                let inside = root.droppingSlash + name
                if here.exists(inside) { return inside }
            }
            if here.exists(name) { return name }
            throw Failure(
                .notFound, "There is no program \(name)",
                why: root.map { "neither in \($0) nor on this computer" }, remedy: nil)
        }
        let folders = ["/usr/local/bin", "/usr/bin", "/bin", "/usr/sbin", "/sbin"]
        let places =
            root.map { root in folders.map { root.droppingSlash + $0 } }
            ?? (here.environment("PATH") ?? "").split(separator: ":").map(String.init)
        if let found = places.map({ "\($0)/\(name)" }).first(where: here.exists) { return found }
        throw Failure(
            .notFound, "There is no program \(name)", why: root.map { "in \($0)" } ?? "in PATH",
            remedy: "Give its path, such as ./\(name)")
    }

    private static func failure(
        _ task: String, _ path: String, _ problem: ProgramFile.Problem, _ wanted: String?
    ) -> Failure {
        switch problem {
        case .unreadable:
            Failure(.permission, task, why: "\(path) cannot be read", remedy: "It must be a file that you may read.")
        case .script(let interpreter):
            Failure(
                .usage, task, why: "it is a script for \(interpreter)",
                remedy:
                    "Run its interpreter: roost emulate … -- \(ShellWord.quoted(interpreter)) \(ShellWord.quoted(path))"
            )
        case .notELF: Failure(.usage, task, why: "\(path) is no program for Linux")
        case .broken: Failure(.usage, task, why: "the file is damaged")
        case .unknownMachine(let number):
            Failure(.unsupported, task, why: "it is for a processor that Roost does not know (number \(number))")
        }
    }

    /// Where its loader is.
    /// - Returns: nil where it needs none, or where this computer's own root has it.
    private static func library(
        _ file: ProgramFile, _ root: String?, _ task: String, _ here: Surroundings
    ) throws(Failure) -> String? {
        guard let loader = file.loader else { return root }
        if let root {
            if here.exists(root.droppingSlash + loader) { return root }
            throw Failure(
                .notFound, task, why: "its loader \(loader) is not in \(root)",
                remedy: "--root takes the root of a whole system for \(file.architecture), with its libraries.")
        }
        if here.exists(loader) { return nil }
        let debian = debianNames[file.architecture]
        // What the cross compilers' libraries are packed in.
        if let triplet = debian?.triplet, here.exists("/usr/\(triplet)\(loader)") { return "/usr/\(triplet)" }
        throw Failure(
            .notFound, task,
            why: "it needs the loader \(loader) and libraries for \(file.architecture), which are not here",
            remedy: "Give the root of such a system: --root DIR"
                + (debian.map { "  (Debian, Ubuntu: sudo apt-get install libc6-\($0.name)-cross)" } ?? ""))
    }

    /// Where only the standard directories count, what is missing is known before, and the loader need not fail.
    private static func checkLibraries(
        _ file: ProgramFile, in root: String?, _ task: String, _ here: Surroundings
    ) throws(Failure) {
        guard let root, file.loader != nil, !file.hasOwnPath, here.environment("LD_LIBRARY_PATH") == nil,
            !here.exists(root.droppingSlash + "/etc/ld.so.cache")
        else { return }
        let triplet = debianNames[file.architecture]?.triplet ?? ""
        let folders = ["lib", "usr/lib", "lib64", "usr/lib64", "lib/\(triplet)", "usr/lib/\(triplet)"]
        let missing = file.libraries.filter { name in
            !name.contains("/") && !folders.contains { here.exists("\(root.droppingSlash)/\($0)/\(name)") }
        }
        guard !missing.isEmpty else { return }
        throw Failure(
            .notFound, task, why: "it needs \(missing.joined(separator: ", ")), not to be found in \(root)",
            remedy: "Give the root of a system for \(file.architecture) that has them: --root DIR")
    }

    private static func emulator(_ architecture: String, _ task: String, _ here: Surroundings) throws(Failure) -> String
    {
        let folders =
            (here.environment("PATH") ?? "").split(separator: ":").map(String.init) + ["/usr/bin", "/usr/local/bin"]
        for name in ["qemu-\(architecture)-static", "qemu-\(architecture)"] {
            if let found = folders.map({ "\($0)/\(name)" }).first(where: here.isExecutable) { return found }
        }
        throw Failure(
            .unsupported, task, why: "QEMU's user-mode emulator for \(architecture) is not installed",
            remedy:
                "Debian, Ubuntu: sudo apt-get install qemu-user-static; Fedora: sudo dnf install qemu-user-static; Arch: sudo pacman -S qemu-user-static"
        )
    }

    private static let debianNames: [String: (name: String, triplet: String)] = [
        "aarch64": ("arm64", "aarch64-linux-gnu"), "arm": ("armhf", "arm-linux-gnueabihf"),
        "riscv64": ("riscv64", "riscv64-linux-gnu"), "ppc64le": ("ppc64el", "powerpc64le-linux-gnu"),
        "s390x": ("s390x", "s390x-linux-gnu"), "i386": ("i386", "i686-linux-gnu"),
        "x86_64": ("amd64", "x86_64-linux-gnu"),
    ]
}

extension String {
    /// Without a slash at its end.
    fileprivate var droppingSlash: String { hasSuffix("/") ? String(dropLast()) : self }
}
