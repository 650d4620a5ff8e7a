/// Finds the system on the disks and puts its file systems together, as it would itself.
struct GuestRoot {
    /// The part that holds `/`; nil where no system was found.
    let part: Int?
    /// By part: where the system has it. One part may stand in several places.
    let places: [(part: Int, place: String)]
    let tree: GuestTree

    /// Where systems keep their files in a file system: at its top, or in a subvolume with one of the usual names.
    private static let tops = ["", "/@", "/@rootfs", "/root", "/@root", "/@/.snapshots/1/snapshot"]

    /// - Parameter wanted: the name of a part to look into alone.
    init(_ disks: OpenDisks, _ shell: SandboxShell, wanted: String? = nil) async throws {
        if let wanted {
            guard let part = disks.parts.firstIndex(where: { $0.name == wanted }), let mount = disks.parts[part].mount
            else {
                let names = disks.parts.filter { $0.mount != nil }.map(\.name)
                throw Failure(
                    .notFound, "There is no readable part '\(wanted)' in the image",
                    remedy: names.isEmpty ? nil : "These are: \(names.joined(separator: ", "))")
            }
            (self.part, places) = (nil, [])
            tree = GuestTree(shell: shell, root: mount, task: disks.task)
            return
        }
        let mounted = disks.parts.indices.filter { disks.parts[$0].mount != nil }
        guard let (part, top) = try await Self.system(disks.parts, mounted, shell) else {
            guard mounted.count == 1, let mount = disks.parts[mounted[0]].mount else {
                (self.part, places) = (nil, [])
                // An empty directory: there is nothing that a path could mean.
                tree = GuestTree(shell: shell, root: "/run/none", task: disks.task)
                return
            }
            (self.part, places) = (nil, [(mounted[0], "/")])
            tree = GuestTree(shell: shell, root: mount, task: disks.task)
            return
        }
        let root = (disks.parts[part].mount ?? "") + top
        _ = try await shell.ask("mkdir /run/r && mount --bind \(ShellWord.quoted(root)) /run/r")
        tree = GuestTree(shell: shell, root: "/run/r", task: disks.task)
        self.part = part
        var places = [(part: part, place: "/")]
        let table = MountTable(try await tree.text("/etc/fstab", limit: 64 << 10) ?? "")
        for entry in table.entries {
            guard let index = MountTable.part(entry.device, among: disks.parts), let mount = disks.parts[index].mount,
                let place = try await tree.find([entry.place])[entry.place], place.kind == .directory
            else { continue }
            let source = try await Self.source(entry, mount: mount, task: disks.task, shell)
            guard let source else { continue }
            let answer = try await shell.ask(
                "mount --bind \(ShellWord.quoted(source)) \(ShellWord.quoted(tree.place(place.name)))")
            if answer.succeeded { places.append((index, place.name)) }
        }
        self.places = places
    }

    /// - Returns: the place in the sandbox of what an entry mounts; nil where its subvolume is not there.
    private static func source(
        _ entry: MountTable.Entry, mount: String, task: String, _ shell: SandboxShell
    ) async throws -> String? {
        guard let subvolume = entry.subvolume else { return mount }
        let tree = GuestTree(shell: shell, root: mount, task: task)
        let path = subvolume.hasPrefix("/") ? subvolume : "/" + subvolume
        guard let found = try await tree.find([path])[path], found.kind == .directory else { return nil }
        return tree.place(found.name)
    }

    /// The first part with an os-release, or else with a table of mounts.
    private static func system(
        _ parts: [DiskPart], _ mounted: [Int], _ shell: SandboxShell
    ) async throws -> (part: Int, top: String)? {
        guard !mounted.isEmpty else { return nil }
        var script = ""
        for part in mounted {
            for (number, top) in tops.enumerated() {
                let root = (parts[part].mount ?? "") + top
                // -L too: an absolute link cannot be followed from here.
                for file in ["etc/os-release", "usr/lib/os-release", "etc/fstab"] {
                    script += "[ -f \(root)/\(file) ] || [ -L \(root)/\(file) ] && echo \(part) \(number) \(file)\n"
                }
            }
        }
        let found = try await shell.ask(script + "true").text.split(separator: "\n").map { $0.split(separator: " ") }
        let best = found.first { $0.count == 3 && $0[2] != "etc/fstab" } ?? found.first { $0.count == 3 }
        guard let best, let part = Int(best[0]), mounted.contains(part), let number = Int(best[1]),
            tops.indices.contains(number)
        else { return nil }
        return (part, tops[number])
    }
}
