import Glibc

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The root file system of an image as a folder, with its owners kept by fakeroot where this user is not root.
struct RootTree: Sendable {
    let folder: BuildFolder
    let recipe: ImageRecipe
    let task: String

    private static let name = "root"
    private var archive: String { folder.file("root.tar") }
    private var owners: String { folder.file("owners") }
    var path: String { folder.file(Self.name) }

    /// Unpacks and configures the packages, which takes most of a build's time.
    /// - Parameter step: told what goes on.
    func install(_ step: @escaping (String) -> Void) async throws(Failure) {
        for (name, text) in BuildFiles.beforePackages { try folder.write(text, to: "files/\(name)", for: task) }
        let keyring = recipe.keyring ?? recipe.release.keyring
        let files = ShellWord.quoted(folder.file("files"))
        // mmdebstrap runs hooks by a shell, with the root file system's path as their first argument.
        let services = "systemd-networkd systemd-resolved serial-getty@ttyS0.service"
        let arguments = [
            "--verbose", "--variant=minbase", "--format=tar", "--architectures=amd64", "--keyring=\(keyring)",
            "--components=main" + (recipe.release.distribution == .ubuntu ? ",universe" : ""),
            "--include=\((recipe.release.packages + recipe.packages).joined(separator: ","))",
            "--setup-hook=cp -rT \(files) \"$1\"",
            "--customize-hook=chroot \"$1\" systemctl --quiet enable \(services)",
            "--customize-hook=chroot \"$1\" passwd --quiet --lock root",
            recipe.release.suite, archive, "-",
        ]
        let program = BuildProgram(
            tool: .mmdebstrap, arguments: arguments,
            input: recipe.release.sources(mirror: recipe.mirror).joined(separator: "\n") + "\n",
            environment: ["TMPDIR": folder.path])
        do throws(Failure) {
            try await program.run(for: task) { line in
                guard line.hasPrefix("I: "),
                    let known = Self.steps.first(where: { line.dropFirst(3).hasPrefix($0.says) })
                else { return }
                step(known.step)
            }
        } catch {
            guard error.kind == .general else { throw error }
            throw Failure(
                error.kind, error.what, why: error.why,
                remedy: error.remedy
                    ?? "Where the distribution's servers are not reached, name a mirror: --mirror URL, or ROOST_MIRROR."
            )
        }
    }

    /// What mmdebstrap says, and what that means.
    private static let steps: [(says: String, step: String)] = [
        ("running apt-get update", "reading the lists of packages"),
        ("downloading packages", "fetching packages"),
        ("extracting archives", "unpacking packages"),
        ("installing essential", "installing the base system"),
        ("installing remaining", "installing the kernel and cloud-init"),
        ("creating tarball", "packing the root file system"),
    ]

    /// Unpacks what was installed and makes an image of it that starts as a new one each time.
    /// - Parameters:
    ///   - root: the root file system's UUID.
    ///   - efi: the EFI system partition's, as FAT writes it.
    func prepare(root: String, efi: String) async throws(Failure) {
        do {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
        } catch {
            throw Failure(.resources, task, why: "\(path) cannot be made: \(error)")
        }
        // Devices need root; the kernel makes them at boot anyway. Capabilities of programs are attributes.
        try await asRoot(
            .tar,
            [
                "--extract", "--file", archive, "--directory", path, "--numeric-owner", "--xattrs",
                "--xattrs-include=security.capability", "--exclude=./dev/*",
            ], keeping: true)
        LocalFiles.remove(archive)
        try write(BuildFiles.mounts(root: root, efi: efi), to: "etc/fstab")
        try write(BuildFiles.menu(root: root, links: kernelLinks()), to: "boot/grub/grub.cfg")
        try write(BuildFiles.menuDefaults, to: "etc/default/grub")
        try makeFolder("boot/efi")
        // An empty machine-id, unlike a missing one, does not start systemd's slow first-boot set-up.
        try write("", to: "etc/machine-id")
        try write("localhost\n", to: "etc/hostname")
        try forget()
    }

    /// Fills a file system with it.
    func fill(_ partition: DiskLayout.Partition, of disk: String, uuid: String) async throws(Failure) {
        try folder.write(BuildFiles.fileSystemFeatures, to: "mke2fs.conf", for: task)
        try await asRoot(
            .mke2fs,
            [
                "-q", "-F", "-t", "ext4", "-L", "root", "-U", uuid, "-m", "1", "-d", path, "-E",
                "offset=\(partition.offset),lazy_itable_init=1,root_owner=0:0", disk, "\(partition.size / 1024)k",
            ], keeping: false, environment: ["MKE2FS_CONFIG": folder.file("mke2fs.conf")])
    }

    /// What must differ from machine to machine is made at the first boot.
    private func forget() throws(Failure) {
        let secrets = "\(path)/etc/ssh"
        do {
            let keys = try FileManager.default.contentsOfDirectory(atPath: secrets).filter { $0.hasPrefix("ssh_host_") }
            for key in keys { try FileManager.default.removeItem(atPath: "\(secrets)/\(key)") }
            for name in ["var/lib/dbus/machine-id", "var/lib/systemd/random-seed", "etc/resolv.conf"] {
                let file = "\(path)/\(name)"
                if LocalFiles.lookAtLink(file) != .missing { try FileManager.default.removeItem(atPath: file) }
            }
            try FileManager.default.createSymbolicLink(
                atPath: "\(path)/etc/resolv.conf", withDestinationPath: "../run/systemd/resolve/stub-resolv.conf")
        } catch {
            throw Failure(.general, task, why: "the root file system cannot be changed: \(error)")
        }
    }

    /// Debian's kernels are linked to from the root, Ubuntu's from /boot.
    private func kernelLinks() throws(Failure) -> String {
        for place in ["", "boot/"] where LocalFiles.lookAtLink("\(path)/\(place)vmlinuz") != .missing {
            return "/\(place)"
        }
        throw Failure(.general, task, why: "the kernel's package has left no link to a kernel in / or /boot")
    }

    private func write(_ text: String, to name: String) throws(Failure) {
        try folder.write(text, to: "\(Self.name)/\(name)", for: task)
    }

    private func makeFolder(_ name: String) throws(Failure) {
        do {
            try FileManager.default.createDirectory(atPath: "\(path)/\(name)", withIntermediateDirectories: true)
        } catch {
            throw Failure(.resources, task, why: "\(path)/\(name) cannot be made: \(error)")
        }
    }

    /// - Parameter keeping: whether owners are written down; else those that were are used.
    private func asRoot(
        _ tool: BuildTool, _ arguments: [String], keeping: Bool, environment: [String: String] = [:]
    ) async throws(Failure) {
        guard geteuid() != 0 else {
            return try await BuildProgram(tool: tool, arguments: arguments, environment: environment).run(for: task)
        }
        guard let path = tool.find() else { throw tool.missing(for: task) }
        try await BuildProgram(
            tool: .fakeroot, arguments: [keeping ? "-s" : "-i", owners, "--", path] + arguments,
            environment: environment
        ).run(for: task)
    }
}
