import NIOCore

extension LookInside {
    /// Everything that is worth knowing of an image.
    public func inspect() async throws -> ImageInspection {
        let target = target
        return try await sandbox(SandboxLimits()).run { shell in
            let disks = try await OpenDisks(target, shell)
            let root = try await GuestRoot(disks, shell)
            var sectors: [[UInt8]] = []
            for index in target.images.indices {
                let answer = try await shell.ask("head -c 512 \(StorageDaemon.file(disk: index))")
                sectors.append(Array(buffer: answer.output))
            }
            let look = SystemLook(
                tree: root.tree, bootSectors: sectors,
                hasSystemPartition: disks.parts.contains { $0.fileSystem == "vfat" })
            let system = root.part == nil ? nil : try await look.system()
            return Self.inspection(target, disks, root, system)
        }.value
    }

    private static func inspection(
        _ target: LookTarget, _ disks: OpenDisks, _ root: GuestRoot, _ system: InstalledSystem?
    ) -> ImageInspection {
        ImageInspection(
            target: target.name, inUse: target.isInUse,
            disks: target.images.enumerated().map { index, image in
                ImageInspection.DiskFacts(
                    name: DiskPart.diskName(index), path: image.path, format: image.format,
                    virtualSize: image.virtualSize ?? disks.sizes[index], allocation: image.allocation,
                    backing: image.layers.dropFirst().map(\.path), partitionTable: disks.tables[index])
            },
            parts: disks.parts.enumerated().map { index, part in
                ImageInspection.PartFacts(
                    name: part.name, size: part.size, type: part.kind, fileSystem: part.fileSystem, label: part.label,
                    uuid: part.uuid,
                    mountPoints: root.places.filter { $0.part == index && root.part != nil }.map(\.place),
                    problem: part.problem)
            }, system: system)
    }
}
