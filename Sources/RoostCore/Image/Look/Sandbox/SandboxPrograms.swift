#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The programs that read images, and the packages that bring them.
enum SandboxProgram: String, CaseIterable {
    case bwrap
    case storageDaemon = "qemu-storage-daemon"
    case sfdisk
    case blkid
    case fuse2fs
    case grubMount = "grub-mount"

    private static let directories = ["/usr/bin", "/usr/sbin"]

    /// Only programs of the system are seen in the sandbox.
    var isThere: Bool {
        Self.directories.contains { LocalFiles.look("\($0)/\(rawValue)") != .missing }
    }

    private var packages: (debian: String, redHat: String) {
        switch self {
        case .bwrap: ("bubblewrap", "bubblewrap")
        case .storageDaemon: ("qemu-system-common", "qemu-img")
        case .sfdisk: ("fdisk", "util-linux")
        case .blkid: ("util-linux", "util-linux")
        case .fuse2fs: ("fuse2fs", "fuse2fs")
        case .grubMount: ("grub-common", "grub2-tools-extra")
        }
    }

    /// - Throws: ``Failure`` of kind unsupported that names every missing one with its package.
    static func require(_ programs: [SandboxProgram] = allCases, task: String) throws(Failure) {
        let missing = programs.filter { !$0.isThere }
        guard !missing.isEmpty else { return }
        func names(_ package: (SandboxProgram) -> String) -> String {
            var seen: [String] = []
            for name in missing.map(package) where !seen.contains(name) { seen.append(name) }
            return seen.joined(separator: " ")
        }
        throw Failure(
            .unsupported, task,
            why:
                "\(missing.map(\.rawValue).joined(separator: ", ")) \(missing.count == 1 ? "is" : "are") not installed",
            remedy:
                "Debian, Ubuntu: sudo apt-get install \(names(\.packages.debian)); Fedora, RHEL: sudo dnf install \(names(\.packages.redHat))"
        )
    }
}
