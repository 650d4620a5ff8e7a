import NIOCore
import OSInfo

/// Reads what a system says of itself in its files. Few questions for all of it: each is a program started in the sandbox.
struct SystemLook {
    let tree: GuestTree
    /// The first sector of each disk.
    let bootSectors: [[UInt8]]
    let hasSystemPartition: Bool

    private static let probes = [
        "/usr/bin/cloud-init", "/usr/bin/qemu-ga", "/usr/sbin/qemu-ga", "/usr/lib/systemd/systemd",
        "/lib/systemd/systemd",
        "/sbin/init", "/sbin/openrc", "/bin/sh", "/usr/bin/env", "/boot/grub/grub.cfg", "/boot/grub2/grub.cfg",
        "/boot/loader/entries", "/boot/efi/EFI", "/efi/EFI", "/boot/EFI", "/boot/efi/EFI/systemd", "/efi/EFI/systemd",
        "/boot/EFI/systemd", "/boot/extlinux", "/boot/extlinux.conf", "/var/lib/dpkg/status", "/lib/apk/db/installed",
        "/var/lib/pacman/local", "/var/lib/rpm", "/usr/lib/sysimage/rpm", "/var/lib/rpm/rpmdb.sqlite",
        "/usr/lib/sysimage/rpm/rpmdb.sqlite",
        "/lib/modules", "/usr/lib/modules", "/boot",
    ]

    /// - Returns: nil for files that are no system's.
    func system() async throws -> InstalledSystem? {
        let found = try await tree.find(Self.probes)
        let texts = try await tree.texts(["/etc/os-release", "/usr/lib/os-release", "/etc/hostname"])
        let release = (texts["/etc/os-release"] ?? texts["/usr/lib/os-release"]).map { OSReleaseFile($0) }
        guard release != nil || found["/sbin/init"] != nil || found["/lib/modules"] != nil else { return nil }
        let hostname = texts["/etc/hostname"]?.split(separator: "\n").first.map { String($0.prefix(255)) }
        return InstalledSystem(
            name: release?["PRETTY_NAME"] ?? release?["NAME"], id: release?["ID"], version: release?["VERSION_ID"],
            osinfo: release.flatMap { Self.osinfo($0) }, architecture: try await architecture(found),
            hostname: hostname, packages: try await packages(found), initSystem: initSystem(found),
            bootloaders: bootloaders(found), firmware: firmware(found),
            cloudInit: found["/usr/bin/cloud-init"] != nil,
            guestAgent: found["/usr/bin/qemu-ga"] != nil || found["/usr/sbin/qemu-ga"] != nil,
            kernels: try await KernelLook(tree: tree).kernels(found))
    }

    /// The database's names for distributions that call themselves otherwise.
    private static let osinfoNames = [
        "alpine": "alpinelinux", "arch": "archlinux", "centos": "centos-stream", "opensuse-leap": "opensuse",
        "opensuse-tumbleweed": "opensusetumbleweed",
    ]

    /// The one name that would fit is looked up: for one that the database does not have it reads all of itself.
    static func osinfo(_ release: OSReleaseFile) -> String? {
        guard let id = release["ID"], let database = try? OSDatabase.load() else { return nil }
        let numbers = (release["VERSION_ID"] ?? "").split(separator: ".")
        let depth = ["debian", "fedora", "almalinux", "rocky"].contains(id) ? 1 : 2
        let name = (osinfoNames[id] ?? id) + numbers.prefix(depth).joined(separator: ".")
        // Without the database the rest is told all the same.
        guard let match = try? database.find(name), case .exact(let system) = match else { return nil }
        return system.shortID
    }

    private func architecture(_ found: [String: GuestEntry]) async throws -> String? {
        for path in ["/bin/sh", "/usr/bin/env", "/lib/systemd/systemd"] where found[path]?.kind == .file {
            if let head = try await tree.read(path, limit: 20), let name = MachineCode.architecture(head) {
                return name
            }
        }
        return nil
    }

    private func packages(_ found: [String: GuestEntry]) async throws -> InstalledSystem.Packages? {
        func count(_ command: String) async throws -> Int? {
            Int(try await tree.shell.ask(command).text.split(separator: "\n").first ?? "")
        }
        func file(_ path: String) -> String? { found[path].map { ShellWord.quoted(tree.place($0.name)) } }
        if let status = file("/var/lib/dpkg/status") {
            return .init(manager: "dpkg", count: try await count("grep -ac '^Status: .* ok installed$' \(status)"))
        }
        if let installed = file("/lib/apk/db/installed") {
            return .init(manager: "apk", count: try await count("grep -ac '^P:' \(installed)"))
        }
        if let local = file("/var/lib/pacman/local") {
            return .init(
                manager: "pacman",
                count: try await count("find \(local) -mindepth 1 -maxdepth 1 -type d -printf '\\n' | wc -l"))
        }
        guard found["/var/lib/rpm"] != nil || found["/usr/lib/sysimage/rpm"] != nil else { return nil }
        for path in Self.rpmDatabases {
            guard let database = found[path], database.kind == .file else { continue }
            let count = try await count(Self.countRPM(tree.place(database.name)))
            return .init(manager: "rpm", count: count, problem: count == nil ? Self.whyNotCounted : nil)
        }
        return .init(manager: "rpm", count: nil, problem: "its database is older than SQLite's form")
    }

    private static let rpmDatabases = ["/usr/lib/sysimage/rpm/rpmdb.sqlite", "/var/lib/rpm/rpmdb.sqlite"]

    private static var whyNotCounted: String {
        LocalFiles.look("/usr/bin/sqlite3") == .missing
            ? "sqlite3 is not installed here" : "its database cannot be read"
    }

    /// Shell text. The file system is read only, so SQLite is told that nobody writes.
    static func countRPM(_ path: String) -> String {
        let plain = Set("/-._~".utf8)
        let name = path.utf8.map { byte in
            if byte.isLetterOrDigit || plain.contains(byte) { return String(Unicode.Scalar(byte)) }
            return "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }
        let place = ShellWord.quoted("file:\(name.joined())?mode=ro&immutable=1")
        return "sqlite3 -init /dev/null -batch \(place) 'SELECT count(*) FROM Packages'"
    }

    private func initSystem(_ found: [String: GuestEntry]) -> String? {
        if found["/usr/lib/systemd/systemd"] != nil || found["/lib/systemd/systemd"] != nil { return "systemd" }
        if found["/sbin/openrc"] != nil { return "openrc" }
        guard let path = found["/sbin/init"]?.name else { return nil }
        return path.split(separator: "/").last.map(String.init)
    }

    private func bootloaders(_ found: [String: GuestEntry]) -> [String] {
        var names: [String] = []
        if found["/boot/grub/grub.cfg"] != nil || found["/boot/grub2/grub.cfg"] != nil { names.append("grub") }
        if ["/boot/efi/EFI/systemd", "/efi/EFI/systemd", "/boot/EFI/systemd"].contains(where: { found[$0] != nil }) {
            names.append("systemd-boot")
        }
        if found["/boot/extlinux"] != nil || found["/boot/extlinux.conf"] != nil { names.append("extlinux") }
        return names
    }

    private func firmware(_ found: [String: GuestEntry]) -> [String] {
        var names: [String] = []
        // A sector with a program in it; a disk for UEFI alone has zeroes there.
        if bootSectors.contains(where: { $0.count >= 512 && $0[510] == 0x55 && $0.prefix(440).contains { $0 != 0 } }) {
            names.append("bios")
        }
        if hasSystemPartition, ["/boot/efi/EFI", "/efi/EFI", "/boot/EFI"].contains(where: { found[$0] != nil }) {
            names.append("uefi")
        }
        return names
    }
}
