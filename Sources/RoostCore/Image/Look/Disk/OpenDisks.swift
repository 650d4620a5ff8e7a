import NIOCore

/// The disks of an image or a machine as the sandbox sees them: their tables, their parts, and the mounts of those with files.
struct OpenDisks: Sendable {
    let task: String
    /// Of each disk.
    var tables: [String?] = []
    var sizes: [UInt64] = []
    var parts: [DiskPart] = []

    private static let mostMounts = 32

    /// Opens the disks in the sandbox and mounts what has files.
    init(_ target: LookTarget, _ shell: SandboxShell) async throws {
        task = target.task
        let daemon = StorageDaemon(
            disks: target.images.enumerated().map { index, image in
                image.layers.enumerated().map { ($1.format, "d\(index)l\($0)") }
            })
        try await shell.start(daemon.start)
        let checked = try await shell.ask(
            target.images.indices.map { "stat -c %s \(StorageDaemon.file(disk: $0))" }.joined(separator: "; ")
                + "; cat /run/daemon")
        let lines = checked.text.split(separator: "\n")
        sizes = lines.prefix(target.images.count).compactMap { UInt64($0) }
        guard sizes.count == target.images.count, sizes.allSatisfy({ $0 > 0 }) else {
            throw Failure(
                .general, task, why: "QEMU cannot open the image: \(Self.reason(lines.last))",
                remedy: "Check it: qemu-img check FILE")
        }
        for disk in target.images.indices { try await lookAtTable(disk, shell) }
        try await identify(0..<parts.count, shell)
        try await lookAtLVM(shell)
        try await mount(shell)
    }

    static func exports(_ target: LookTarget) -> [NBDExport] {
        target.images.enumerated().flatMap { index, image in
            image.layers.enumerated().map { NBDExport(name: "d\(index)l\($0)", source: $1.source) }
        }
    }

    private static func reason(_ line: Substring?) -> String {
        let line = line.map(String.init) ?? "it broke off"
        return line.split(separator: ": ").last.map(String.init) ?? line
    }

    private mutating func lookAtTable(_ disk: Int, _ shell: SandboxShell) async throws {
        let file = StorageDaemon.file(disk: disk)
        let name = DiskPart.diskName(disk)
        let whole = DiskPart(name: name, disk: disk, offset: 0, size: sizes[disk])
        let answer = try await shell.ask("sfdisk --json \(file)")
        let table = PartitionTable(json: Array(buffer: answer.output), device: file, size: sizes[disk])
        tables.append(table?.kind)
        guard let table, !table.partitions.isEmpty else {
            parts.append(whole)
            return
        }
        // A hybrid ISO image has a table too, and its files lie in the whole of it.
        var signed = whole
        signed.take(Signature(try await shell.ask("blkid -p -o export \(file)").text))
        if signed.fileSystem == "iso9660" {
            parts.append(signed)
            return
        }
        for partition in table.partitions {
            parts.append(
                DiskPart(
                    name: "\(name)\(partition.number)", disk: disk, offset: partition.offset, size: partition.size,
                    kind: partition.type, tableLabel: partition.name, tableUUID: partition.uuid))
        }
    }

    /// Finds out what is in the parts.
    private mutating func identify(_ range: Range<Int>, _ shell: SandboxShell) async throws {
        guard !range.isEmpty else { return }
        let commands = parts[range].map {
            "blkid -p -o export -O \($0.offset) -S \($0.size) \(StorageDaemon.file(disk: $0.disk)); printf '\\0'"
        }
        let answers = try await shell.ask(commands.joined(separator: "\n")).text
            .split(separator: "\0", omittingEmptySubsequences: false)
        for (index, answer) in zip(range, answers) { parts[index].take(Signature(String(answer))) }
    }

    private mutating func lookAtLVM(_ shell: SandboxShell) async throws {
        for part in parts where part.fileSystem == "LVM2_member" {
            let answer = try await shell.ask(
                "tail -c +\(part.offset + 1) \(StorageDaemon.file(disk: part.disk)) | head -c \(LVMGroup.wanted)")
            guard let group = LVMGroup(Array(buffer: answer.output)) else { continue }
            let start = parts.count
            for volume in group.volumes where volume.offset < part.size && volume.size <= part.size - volume.offset {
                parts.append(
                    DiskPart(
                        name: "\(group.name)/\(volume.name)", disk: part.disk, offset: part.offset + volume.offset,
                        size: volume.size))
            }
            try await identify(start..<parts.count, shell)
            for name in group.others {
                var other = DiskPart(name: "\(group.name)/\(name)", disk: part.disk, offset: 0, size: 0)
                other.problem = "it does not lie in one piece"
                parts.append(other)
            }
        }
    }

    private mutating func mount(_ shell: SandboxShell) async throws {
        let wanted = parts.indices.filter { Signature.reader(of: parts[$0]) != nil }.prefix(Self.mostMounts)
        guard !wanted.isEmpty else { return }
        let readers = Set(wanted.compactMap { Signature.reader(of: parts[$0]) })
        if readers.contains(.fuse2fs) { try SandboxProgram.require([.fuse2fs], task: task) }
        if readers.contains(.grubMount) { try SandboxProgram.require([.grubMount], task: task) }
        try await shell.start(
            StorageDaemon.add(
                wanted.map { (number: $0, disk: parts[$0].disk, offset: parts[$0].offset, size: parts[$0].size) }))
        var script = ""
        for index in wanted {
            let (file, directory) = (StorageDaemon.file(part: index), "/run/m\(index)")
            let program =
                Signature.reader(of: parts[index]) == .fuse2fs
                ? "fuse2fs -o ro,norecovery,fakeroot \(file) \(directory)" : "grub-mount \(file) \(directory)"
            // What the programs say is the reason where there is no mount afterwards.
            script +=
                "mkdir \(directory); timeout -s KILL 20 \(program) >/run/said 2>&1; mountpoint -q \(directory) "
                + "&& ls \(directory) >/dev/null 2>>/run/said && echo ok || tail -n 1 /run/said; printf '\\0'\n"
        }
        let answers = try await shell.ask(script).text.split(separator: "\0", omittingEmptySubsequences: false)
        for (index, answer) in zip(wanted, answers) {
            let lines = answer.split(separator: "\n")
            if lines.last == "ok" {
                parts[index].mount = "/run/m\(index)"
            } else {
                // The reader's advice is for the file in the sandbox.
                let word = lines.last.flatMap { $0.contains("/run/") ? nil : ": \($0)" }
                parts[index].problem = "it cannot be read" + (word ?? ", it seems damaged")
            }
        }
    }
}

extension Signature {
    static func reader(of part: DiskPart) -> Reader? {
        part.fileSystem.flatMap { Signature("TYPE=\($0)").reader }
    }
}
