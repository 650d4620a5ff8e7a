extension HostJudge {
    var software: [HostFinding] {
        [emulator, libvirt, versions, backup, programs, firmware].compactMap(\.self)
    }

    private func install(_ packages: [String]) -> HostChange? {
        let commands = distribution.install(packages)
        return commands.isEmpty
            ? nil
            : HostChange(
                title: "Install \(packages.joined(separator: ", "))", commands: commands, note: distribution.installNote
            )
    }

    private var emulator: HostFinding {
        let (id, title) = ("software.qemu", "QEMU")
        if let version = look.qemuVersion {
            return finding(id, .software, title, .ok, "\(version), \(look.text("qemu") ?? "")")
        }
        if look.text("qemu") != nil {
            return finding(id, .software, title, .unknown, "\(look.text("qemu") ?? "") does not tell its version")
        }
        return finding(
            id, .software, title, .failure, "no emulator for \(look.architecture) is installed",
            remedy: [roostSetup], fix: nil)
    }

    private var libvirt: HostFinding {
        let (id, title) = ("software.libvirt", "libvirt")
        guard let daemon = look.text("daemon") else {
            return finding(
                id, .software, title, .failure, "neither libvirtd nor virtqemud is installed", remedy: [roostSetup])
        }
        return finding(
            id, .software, title, .ok,
            [look.libvirtVersion?.description, daemon].compactMap(\.self).joined(separator: ", "))
    }

    var roostSetup: String { isHere ? "roost host setup" : "roost host setup \(ShellWord.quoted(host))" }

    /// What such versions cannot do.
    private var versions: HostFinding? {
        guard let libvirt = look.libvirtVersion else { return nil }
        let qemu = look.qemuVersion
        var lacks: [String] = []
        if libvirt < VersionNumber(10, 10) || qemu.map({ $0 < VersionNumber(6, 0) }) ?? false {
            lacks.append(
                "internal snapshots of machines with UEFI (libvirt 10.10): Roost takes external ones, or saves the machine"
            )
        }
        if libvirt < VersionNumber(9, 9) { lacks.append("going back to external snapshots by libvirt itself (9.9)") }
        if libvirt < VersionNumber(5, 0) { lacks.append("choosing the firmware by itself (firmware='efi', 5.2)") }
        if libvirt < VersionNumber(6, 2) { lacks.append("sharing folders by virtiofs (6.2, QEMU 5.0)") }
        if let qemu, qemu < VersionNumber(2, 9) {
            lacks.append("q35 with today's devices (QEMU 2.9): take machine type pc there")
        }
        let isOld = libvirt < VersionNumber(6, 0)
        return lacks.isEmpty
            ? finding("software.versions", .software, "What these versions can do", .ok)
            : finding(
                "software.versions", .software, "What these versions can do", isOld ? .warning : .note,
                "not yet: " + lacks.joined(separator: "; "))
    }

    private var backup: HostFinding? {
        let (id, title) = ("software.backup", "Backing up what has changed only")
        if let has = look.libvirt?.hasIncrementalBackup {
            return has
                ? finding(id, .software, title, .ok)
                : finding(
                    id, .software, title, .note, "QEMU and libvirt cannot do it here: each backup is a whole one",
                    advice:
                        "It takes libvirt 7.6 and QEMU 6.1, and x86 or another architecture with the newer block layer."
                )
        }
        guard let libvirt = look.libvirtVersion, let qemu = look.qemuVersion else { return nil }
        return libvirt < VersionNumber(7, 6) || qemu < VersionNumber(6, 1)
            ? finding(
                id, .software, title, .note,
                "libvirt \(libvirt) and QEMU \(qemu) cannot do it: each backup is a whole one")
            : finding(id, .software, title, .ok)
    }

    private var programs: HostFinding? {
        guard look.text("daemon") != nil else { return nil }
        let wanted = [("dnsmasq", "dnsmasq-base"), ("qemu-img", "qemu-utils")]
        let missing = wanted.filter { !look.has("program", $0.0) }
        let hasFilter = look.has("program", "iptables") || look.has("program", "nft")
        let packages = missing.map { distribution.package($0.1) } + (hasFilter ? [] : ["iptables"])
        let names = missing.map(\.0) + (hasFilter ? [] : ["iptables"])
        let fix = install(packages)
        return names.isEmpty
            ? finding("software.programs", .software, "Programs that libvirt runs", .ok)
            : finding(
                "software.programs", .software, "Programs that libvirt runs", .failure,
                "missing: \(names.joined(separator: ", "))", remedy: fix?.commands ?? [], fix: fix)
    }

    private var firmware: HostFinding? {
        guard look.text("qemu") != nil, ["x86_64", "aarch64"].contains(look.architecture) else { return nil }
        if !look.lines("firmware").isEmpty { return finding("software.uefi", .software, "UEFI for machines", .ok) }
        let package = distribution.package(look.architecture == "x86_64" ? "ovmf" : "qemu-efi-aarch64")
        let fix = install([package])
        let isNeeded = look.architecture == "aarch64"
        return finding(
            "software.uefi", .software, "UEFI for machines", isNeeded ? .failure : .warning,
            "no firmware of UEFI is described in /usr/share/qemu/firmware", remedy: fix?.commands ?? [], fix: fix)
    }
}
