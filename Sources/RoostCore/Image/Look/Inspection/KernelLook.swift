/// Finds the kernels of a system, and what they know of virtio.
struct KernelLook {
    let tree: GuestTree

    private static let most = 16

    func kernels(_ found: [String: GuestEntry]) async throws -> [GuestKernel] {
        let boot = try await names(in: found["/boot"])
        let modules = try await names(in: found["/lib/modules"] ?? found["/usr/lib/modules"])
        let images = boot.compactMap { name in
            ["vmlinuz-", "vmlinux-", "Image-"].first { name.hasPrefix($0) }.map { String(name.dropFirst($0.count)) }
        }
        let versions = Set(images + modules).sorted { Self.isNewer($0, than: $1) }.prefix(Self.most)
        guard !versions.isEmpty else { return [] }
        let facts = try await facts(of: Array(versions))
        var kernels: [GuestKernel] = []
        for version in versions {
            let names = [
                "initrd.img-\(version)", "initramfs-\(version).img", "initrd-\(version)", "initramfs-\(version)",
            ]
            let path = names.first { boot.contains($0) }.map { "/boot/\($0)" }
            var early: Set<String>?
            if let path, let entry = try await tree.find([path])[path], entry.kind == .file {
                early = try await InitramfsLook(tree: tree).modules(in: entry.name)
            }
            kernels.append(
                GuestKernel(
                    version: version, initramfs: path, builtIn: facts[version]?.builtIn ?? [],
                    modules: facts[version]?.modules ?? [], early: early))
        }
        return kernels
    }

    private func names(in directory: GuestEntry?) async throws -> [String] {
        guard let directory, directory.kind == .directory else { return [] }
        return try await tree.list(directory).map(\.name)
    }

    private struct Facts {
        var builtIn: Set<String> = []
        var modules: Set<String> = []
    }

    /// By version: from the configuration, the list of what is built in, and the list of modules.
    private func facts(of versions: [String]) async throws -> [String: Facts] {
        func paths(_ version: String) -> [String] {
            [
                "/boot/config-\(version)", "/lib/modules/\(version)/config",
                "/lib/modules/\(version)/modules.builtin", "/lib/modules/\(version)/modules.dep",
            ]
        }
        let files = try await tree.find(versions.flatMap(paths)).filter { $0.value.kind == .file }
        let commands = versions.flatMap(paths).map { path in
            let file = files[path].map { ShellWord.quoted(tree.place($0.name)) } ?? "/dev/null"
            return
                "grep -aE '^CONFIG_[A-Z_]*VIRTIO[A-Z_]*=|virtio[a-z_]*\\.ko' \(file) | cut -d: -f1 | head -n 200; printf '\\0'"
        }
        let answers = try await tree.shell.ask(commands.joined(separator: "\n")).text
            .split(separator: "\0", omittingEmptySubsequences: false)
        var facts: [String: Facts] = [:]
        for (index, version) in versions.enumerated() where answers.count > index * 4 + 3 {
            var fact = Facts()
            let configuration = Set((answers[index * 4] + "\n" + answers[index * 4 + 1]).split(separator: "\n"))
            for (driver, option) in GuestKernel.options where configuration.contains("\(option)=y") {
                fact.builtIn.insert(driver)
            }
            fact.builtIn.formUnion(Self.drivers(answers[index * 4 + 2]))
            fact.modules = Self.drivers(answers[index * 4 + 3])
            facts[version] = fact
        }
        return facts
    }

    /// "kernel/drivers/block/virtio_blk.ko.xz" is virtio_blk.
    static func drivers(_ text: Substring) -> Set<String> {
        Set(
            text.split(separator: "\n").compactMap { line in
                line.split(separator: "/").last?.split(separator: ".").first.map(String.init)
            })
    }

    /// By the numbers in them, as people read them.
    static func isNewer(_ version: String, than other: String) -> Bool {
        func parts(_ text: String) -> [Int] { text.split { !$0.isNumber }.map { Int($0) ?? .max } }
        let (left, right) = (parts(version), parts(other))
        return left == right ? version > other : right.lexicographicallyPrecedes(left)
    }
}
