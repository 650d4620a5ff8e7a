import Subprocess

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Changes what is inside an image, by libguestfs.
public struct ImageCustomizer: Sendable {
    private let name: String
    private let path: String
    private let format: String

    private init(_ target: CustomizeTarget) { (name, path, format) = (target.name, target.path, target.format) }

    /// A file of this computer.
    /// - Throws: ``Failure`` of kind notFound, permission, state or usage.
    public static func file(_ path: String) async throws(Failure) -> ImageCustomizer {
        ImageCustomizer(try await .file(path))
    }

    /// - Throws: ``Failure`` of kind unsupported for a volume of a far host, of kind state for one that is in use or that others
    ///   stand on.
    public static func volume(_ volume: Volume) async throws(Failure) -> ImageCustomizer {
        ImageCustomizer(try await .volume(volume))
    }

    /// Applies the edits. They are made in a layer of their own first: the image is as it was until all of them are done.
    /// - Throws: ``Failure``: of kind unsupported where libguestfs is not installed.
    public func apply(_ edits: ImageCustomization) -> Operation<Void> {
        Operation("customize \(name)", host: "") { [name, path, format] report in
            let task = CustomizeTarget.task(name)
            try Self.check(edits, task)
            let layer = Self.layer(beside: path)
            defer { LocalFiles.remove(layer) }
            try await Self.run("qemu-img", ["create", "-q", "-f", "qcow2", "-F", format, "-b", path, layer], task) {
                _ in
            }
            let command = CustomizeCommand(edits, path: layer, format: "qcow2")
            try await Self.run(command.program, command.arguments, task) { line in
                report(OperationProgress(step: line, done: 0, total: nil, unit: .steps))
            }
            try Task.checkCancellation()
            report(OperationProgress(step: "writing it into the image", done: 0, total: nil, unit: .steps))
            // Not to be stopped halfway: a task of its own, which no Ctrl-C reaches.
            try await Task { try await Self.run("qemu-img", ["commit", "-q", "-f", "qcow2", layer], task) { _ in } }
                .value
        }
    }

    private static func check(_ edits: ImageCustomization, _ task: String) throws(Failure) {
        guard !edits.isEmpty else {
            throw Failure(.usage, task, why: "nothing is to be changed", remedy: "roost image customize --help")
        }
        let files = edits.scripts + edits.passwords.map(\.file) + edits.keys.map(\.file) + edits.copies.map(\.local)
        for file in files where LocalFiles.look(file) == .missing {
            throw Failure(.notFound, task, why: "there is no \(file)")
        }
        if let odd = edits.packages.first(where: { $0.isEmpty || $0.hasPrefix("-") || $0.contains(",") }) {
            throw Failure(.usage, task, why: "'\(odd)' is no package's name")
        }
    }

    private static func layer(beside path: String) -> String {
        let slash = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
        return String(path[..<slash]) + PartialName(for: String(path[slash...])).text
    }

    /// - Parameter tell: given each line that it prints.
    private static func run(
        _ program: String, _ arguments: [String], _ task: String, tell: @escaping @Sendable (String) -> Void
    ) async throws {
        var environment = ["LIBGUESTFS_BACKEND": "direct"]
        if !LocalVirtualization.isUsable { environment["LIBGUESTFS_BACKEND_SETTINGS"] = "force_tcg" }
        let changes = Dictionary(uniqueKeysWithValues: environment.map { (Environment.Key(stringLiteral: $0), $1) })
        do {
            let result = try await Subprocess.run(
                .name(program), arguments: Arguments(arguments), environment: .inherit.updating(changes), input: .none,
                output: .sequence, error: .string(limit: 1 << 20)
            ) { execution in
                for try await line in execution.standardOutput.strings() {
                    tell(String(line.drop { $0 != "]" }.dropFirst().drop { $0 == " " }.prefix { $0 != "\n" }))
                }
            }
            guard result.terminationStatus.isSuccess else {
                let lines = result.standardError.split(separator: "\n")
                let word = lines.last { $0.contains("error:") } ?? lines.last
                throw Failure(
                    .general, task, why: word.map(String.init) ?? "\(program) failed",
                    remedy: "The image is as it was.")
            }
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
}
