#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A program or file that building needs, and the package that has it.
struct BuildTool: Hashable, Sendable {
    /// A program's name, or a file's path.
    let name: String
    let package: String

    static let mmdebstrap = BuildTool(name: "mmdebstrap", package: "mmdebstrap")
    static let fakeroot = BuildTool(name: "fakeroot", package: "fakeroot")
    static let tar = BuildTool(name: "tar", package: "tar")
    static let mke2fs = BuildTool(name: "mke2fs", package: "e2fsprogs")
    static let sfdisk = BuildTool(name: "sfdisk", package: "fdisk")
    static let grubMkimage = BuildTool(name: "grub-mkimage", package: "grub-common")
    static let mformat = BuildTool(name: "mformat", package: "mtools")
    static let mmd = BuildTool(name: "mmd", package: "mtools")
    static let mcopy = BuildTool(name: "mcopy", package: "mtools")
    static let qemuImg = BuildTool(name: "qemu-img", package: "qemu-utils")
    static let grubBIOS = BuildTool(name: "/usr/lib/grub/i386-pc/boot.img", package: "grub-pc-bin")

    static let all = [
        mmdebstrap, fakeroot, tar, mke2fs, sfdisk, grubMkimage, mformat, mmd, mcopy, qemuImg, grubBIOS,
    ]

    /// Where it is; nil where it is not installed. The system's own folders count even where a user's PATH lacks them.
    func find(path: String? = ProcessInfo.processInfo.environment["PATH"]) -> String? {
        if name.hasPrefix("/") { return LocalFiles.look(name) == .missing ? nil : name }
        let folders = (path ?? "").split(separator: ":").map(String.init) + ["/usr/sbin", "/usr/bin", "/sbin", "/bin"]
        return folders.filter { $0.hasPrefix("/") }.map { "\($0)/\(name)" }
            .first { FileManager.default.isExecutableFile(atPath: $0) }
    }

    /// What to say when it is missing after all.
    func missing(for task: String) -> Failure {
        Failure(
            .unsupported, task, why: "this computer lacks \(name)",
            remedy: "Install: sudo apt-get install \(package)")
    }

    /// - Throws: ``Failure`` of kind unsupported that names what is missing and the packages.
    static func check(_ task: String, keyring: String, of release: ImageRelease, isOwnKeyring: Bool) throws(Failure) {
        let missing = all.filter { $0.find() == nil }
        if !missing.isEmpty {
            var packages: [String] = []
            for tool in missing where !packages.contains(tool.package) { packages.append(tool.package) }
            throw Failure(
                .unsupported, task, why: "this computer lacks \(missing.map(\.name).joined(separator: ", "))",
                remedy: "Install: sudo apt-get install \(packages.joined(separator: " "))")
        }
        guard LocalFiles.look(keyring) == .missing else { return }
        throw Failure(
            .notFound, task, why: "the keys that \(release.name) is signed with are not in \(keyring)",
            remedy: isOwnKeyring
                ? "Give the path of the file with --keyring."
                : "Install them: sudo apt-get install \(release.keyringPackage), or give a file of them with --keyring."
        )
    }
}
