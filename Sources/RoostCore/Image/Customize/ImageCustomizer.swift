/// Changes what is inside an image, by libguestfs.
public struct ImageCustomizer: Sendable {
    private enum Place {
        case here(CustomizeTarget)
        case there(FarCustomization)
    }

    private let place: Place

    /// A file of this computer.
    /// - Parameters:
    ///   - host: asked who uses it, beside the daemons of this computer.
    ///   - notice: told where nobody can say who uses it.
    /// - Throws: ``Failure`` of kind notFound, permission, state or usage.
    public static func file(
        _ path: String, asking host: Host? = nil, notice: @Sendable (String) -> Void = { _ in }
    ) async throws(Failure) -> ImageCustomizer {
        ImageCustomizer(place: .here(try await CustomizeTarget.file(path, asking: host, notice: notice)))
    }

    /// One of a far host is fetched, changed here and sent back.
    /// - Throws: ``Failure`` of kind state for a stored image and for one that is in use or that others stand on, of kind
    ///   unsupported for one of a far host that stands on another.
    public static func volume(_ volume: Volume) async throws(Failure) -> ImageCustomizer {
        if volume.host.uri.isLocal { return ImageCustomizer(place: .here(try await CustomizeTarget.volume(volume))) }
        let far = FarCustomization(volume)
        try await far.check()
        return ImageCustomizer(place: .there(far))
    }

    /// A copy that nobody else knows.
    static func copy(_ path: String, called name: String) async throws(Failure) -> ImageCustomizer {
        ImageCustomizer(place: .here(try await CustomizeTarget.copy(path, called: name)))
    }

    /// Applies the edits. They are made in a layer of their own first: the image is as it was until all of them are done.
    /// Where the layer cannot be written into the image, it is kept, for it alone has what is missing there.
    /// - Throws: ``Failure``: of kind unsupported where libguestfs is not installed, of kind resources where the image has no
    ///   room to grow.
    public func apply(_ edits: ImageCustomization) -> Operation<Void> {
        switch place {
        case .here(let target): apply(edits, to: target)
        case .there(let far):
            Operation("customize \(far.volume.address)", host: far.volume.host.name) { report in
                // Before an image comes over the net.
                try Self.check(edits, CustomizeTarget.task(far.volume.address))
                try await far.apply(edits, report)
            }
        }
    }

    private func apply(_ edits: ImageCustomization, to target: CustomizeTarget) -> Operation<Void> {
        Operation("customize \(target.name)", host: "") { report in
            let (task, path, format) = (CustomizeTarget.task(target.name), target.path, target.format)
            try Self.check(edits, task)
            let layer = Self.layer(beside: path)
            var isNeeded = false
            defer { if !isNeeded { LocalFiles.remove(layer) } }
            let program = CustomizeProgram(task: task)
            try await program.run("qemu-img", ["create", "-q", "-f", "qcow2", "-F", format, "-b", path, layer])
            let command = CustomizeCommand(
                edits, path: layer, format: "qcow2",
                clearsIdentity: try await Self.clearsIdentity(in: path, edits, report))
            try await program.run(command.program, command.arguments) { line in
                report(OperationProgress(step: line, done: 0, total: nil, unit: .steps))
            }
            try Self.checkRoom(for: layer, in: path, task)
            try Task.checkCancellation()
            report(OperationProgress(step: "writing it into the image", done: 0, total: nil, unit: .steps))
            isNeeded = true
            try await Self.commit(layer, task)
            isNeeded = false
        }
    }

    /// Whether the image is to have no machine id afterwards: it has none now, or all that is one machine's goes.
    private static func clearsIdentity(
        in path: String, _ edits: ImageCustomization, _ report: @Sendable (OperationProgress) -> Void
    ) async throws -> Bool {
        do {
            // What the image stands on has passed the gate.
            let inside = try await LookInside.file(path, LookOptions(followsBacking: true))
            let entry = try await inside.list(CustomizeCommand.identity).first
            return entry?.kind == .file && (edits.resets || entry?.size == 0)
        } catch let failure as Failure {
            try Task.checkCancellation()
            // libguestfs may read what Roost does not.
            if failure.kind != .notFound {
                report(
                    OperationProgress(step: "whether it has a machine id is not known: \(failure.why ?? failure.what)"))
            }
            return failure.kind != .notFound && edits.resets
        }
    }

    /// What is written may lie where the image has holes until now: it may need as much as the layer takes.
    private static func checkRoom(for layer: String, in path: String, _ task: String) throws(Failure) {
        if case .found(let status) = LocalFiles.look(path), status.kind == .block { return }
        let absolute = LocalFiles.resolved(path) ?? path
        guard let slash = absolute.lastIndex(of: "/") else { return }
        let directory = String(absolute[...slash])
        let wanted: UInt64
        do throws(LocalFiles.Errno) {
            wanted = try LocalFiles.head(layer, count: 0).allocated
        } catch {
            throw Failure(
                .general, task, why: "\(layer) cannot be read (error \(error.number))",
                remedy: CustomizeProgram.untouched
            )
        }
        guard let free = LocalFiles.freeSpace(directory), free < wanted else { return }
        throw Failure(
            .resources, task,
            why: "it may grow by \(StorageSize.text(wanted)), and \(directory) has \(StorageSize.text(free)) free",
            remedy: "Make room there. \(CustomizeProgram.untouched)")
    }

    /// Not to be stopped halfway, for the image is broken then: a task of its own, which no cancellation reaches, and a
    /// session of its own, which no Ctrl-C reaches.
    private static func commit(_ layer: String, _ task: String) async throws(Failure) {
        // The layer is not emptied afterwards: it is removed, or still needed.
        let result = await Task {
            try await CustomizeProgram(task: task)
                .run("qemu-img", ["commit", "-q", "-d", "-f", "qcow2", layer], isApart: true)
        }.result
        guard case .failure(let error) = result else { return }
        let failure = error as? Failure
        let why = failure.map { $0.why ?? $0.what } ?? "\(error)"
        let word = ShellWord.quoted(layer)
        throw Failure(
            failure?.kind ?? .general, task, why: "\(why); the image may be half written",
            remedy: "Do not use it before this has succeeded: qemu-img commit \(word) && rm \(word)")
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
}
