import SystemPackage

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Makes a bootable disk of a root file system, for BIOS and UEFI. Nothing is mounted and no loop device is used: each
/// file system is made at its place in the disk's file.
struct DiskMaker: Sendable {
    let folder: BuildFolder
    let layout: DiskLayout
    let release: ImageRelease
    /// The root file system's folder, which has the signed boot programs.
    let tree: String
    let task: String

    /// The root file system's.
    let uuid = UUID().uuidString.lowercased()
    /// The serial number that FAT has in the place of a UUID.
    let efiNumber = UInt32.random(in: 1 ... .max)

    private var disk: String { folder.file("disk.raw") }
    private var core: String { folder.file("core.img") }

    /// "ABCD-1234", as fstab has it.
    var efiUUID: String {
        let digits = efiDigits
        return "\(digits.prefix(4))-\(digits.suffix(4))"
    }

    private var efiDigits: String {
        let digits = String(efiNumber, radix: 16, uppercase: true)
        return String(repeating: "0", count: 8 - digits.count) + digits
    }

    /// What a menu that `update-grub` writes asks for, too.
    private static let modules = [
        "biosdisk", "part_gpt", "ext2", "search", "search_fs_uuid", "linux", "configfile", "normal", "serial",
        "terminal", "test", "echo", "true", "gzio", "loadenv", "minicmd", "sleep",
    ]

    /// - Parameter fill: fills the root file system's place in the disk.
    /// - Returns: the path of the raw disk.
    func make(
        fill: (DiskLayout.Partition, String) async throws(Failure) -> Void
    ) async throws(Failure) -> String {
        try onDisk { (file) throws in try file.resize(to: Int64(layout.size)) }
        try await run(.sfdisk, ["--quiet", disk], input: layout.script)
        try await fill(layout.root, disk)
        try folder.write(BuildFiles.search(root: uuid), to: "search.cfg", for: task)
        try await run(
            .grubMkimage,
            [
                "--directory", "/usr/lib/grub/i386-pc", "--format", "i386-pc", "--config", folder.file("search.cfg"),
                "--prefix", "/boot/grub", "--output", core,
            ] + Self.modules)
        try await makeEFI()
        try writeBootCode()
        return disk
    }

    private func makeEFI() async throws(Failure) {
        let place = "\(disk)@@\(layout.efi.offset)"
        try await run(
            .mformat,
            [
                "-i", place, "-T", "\(layout.efi.count)", "-h", "64", "-s", "32", "-F", "-v", "ESP", "-N", efiDigits,
                "::",
            ])
        let menu = "::/EFI/\(release.efiFolder)"
        try await run(.mmd, ["-i", place, "::/EFI", "::/EFI/BOOT", menu])
        try folder.write(BuildFiles.efiMenu(root: uuid), to: "efi.cfg", for: task)
        // Firmware tries BOOTX64.EFI by itself; signed, it starts with Secure Boot too, and then starts GRUB beside it.
        let files = [
            ("\(tree)/usr/lib/shim/shimx64.efi.signed", "::/EFI/BOOT/BOOTX64.EFI"),
            ("\(tree)/usr/lib/grub/x86_64-efi-signed/grubx64.efi.signed", "::/EFI/BOOT/grubx64.efi"),
            (folder.file("efi.cfg"), "\(menu)/grub.cfg"),
        ]
        for (file, name) in files {
            // Ubuntu has a link there, which alternatives keep; as it points into the image, it is not followed from here.
            let path = LocalFiles.look(file) == .missing ? "\(file).latest" : file
            try await run(.mcopy, ["-i", place, path, name])
        }
    }

    private func writeBootCode() throws(Failure) {
        func read(_ path: String, _ count: Int) throws(Failure) -> [UInt8] {
            do throws(LocalFiles.Errno) {
                return try LocalFiles.head(path, count: count).bytes
            } catch {
                throw Failure(.general, task, why: "\(path) cannot be read (error \(error.number))")
            }
        }
        let boot = try read(BuildTool.grubBIOS.name, 4096)
        let core = try read(core, Int(layout.boot.size) + 1)
        guard let code = BootCode(boot: boot, core: core, in: layout.boot) else {
            throw Failure(.general, task, why: "GRUB's code for a BIOS does not have the form that is known")
        }
        try onDisk { (file) throws in
            _ = try file.writeAll(toAbsoluteOffset: 0, code.first)
            _ = try file.writeAll(toAbsoluteOffset: Int64(layout.boot.offset), code.core)
        }
    }

    private func onDisk(_ body: (FileDescriptor) throws -> Void) throws(Failure) {
        do {
            let file = try FileDescriptor.open(
                FilePath(disk), .writeOnly, options: .create, permissions: [.ownerReadWrite, .groupRead, .otherRead])
            try file.closeAfter { try body(file) }
        } catch {
            throw Failure(.resources, task, why: "the disk cannot be written: \(error)")
        }
    }

    private func run(_ tool: BuildTool, _ arguments: [String], input: String = "") async throws(Failure) {
        try await BuildProgram(tool: tool, arguments: arguments, input: input).run(for: task)
    }
}
