/// A Linux distribution, as far as it matters for libvirt's packages and services.
public struct Distribution: Hashable, Sendable, Codable {
    public enum PackageManager: String, Hashable, Sendable, Codable {
        case apt, yum, dnf, zypper, pacman
    }

    /// "debian", "centos", "opensuse-leap"; empty where the host does not tell.
    public let id: String
    /// "Debian GNU/Linux 12 (bookworm)".
    public let name: String
    public let version: String
    private let family: [String]

    /// - Parameter osRelease: lines of /etc/os-release.
    init(osRelease: [String]) {
        var values: [String: String] = [:]
        for line in osRelease {
            guard let equals = line.firstIndex(of: "=") else { continue }
            let value = line[line.index(after: equals)...]
            values[String(line[..<equals])] = String(value).trimming(["\"", "'"])
        }
        id = values["ID"] ?? ""
        version = values["VERSION_ID"] ?? ""
        name = values["PRETTY_NAME"] ?? values["NAME"] ?? "an unknown Linux"
        family = [id] + (values["ID_LIKE"] ?? "").split(separator: " ").map(String.init)
    }

    /// The first number of the version; 0 where there is none, as with a rolling release.
    private var release: Int { Int(version.prefix { $0.isNumber }) ?? 0 }

    private func isOne(of names: String...) -> Bool { family.contains { names.contains($0) } }
    private var isRedHat: Bool { isOne(of: "rhel", "centos", "fedora", "almalinux", "rocky") }
    private var isSUSE: Bool { isOne(of: "suse", "opensuse", "sles", "opensuse-leap", "opensuse-tumbleweed") }

    /// nil for one that Roost does not know.
    public var packageManager: PackageManager? {
        if isOne(of: "debian", "ubuntu") { return .apt }
        if isRedHat { return id != "fedora" && (1...7).contains(release) ? .yum : .dnf }
        if isSUSE { return .zypper }
        if isOne(of: "arch") { return .pacman }
        return nil
    }

    /// Whether its libvirt comes as one daemon for each task, and not as libvirtd.
    var isModular: Bool {
        if id == "fedora" { return release >= 35 }
        if isRedHat { return release >= 9 }
        if isSUSE { return id == "opensuse-tumbleweed" || (16..<42).contains(release) }
        return false
    }

    /// The emulator's and libvirt's packages for machines of the host's own architecture.
    func packages(for architecture: String) -> [String] {
        switch packageManager {
        case .apt: debian(architecture)
        case .yum: ["qemu-kvm", "qemu-img", "libvirt", "libvirt-client"]
        case .dnf: ["qemu-kvm", "qemu-img", "libvirt", "libvirt-client"]
        case .zypper:
            [
                "qemu-kvm", "qemu-tools", "libvirt-daemon-qemu", "libvirt-daemon-config-network", "libvirt-client",
                "dnsmasq",
            ]
        case .pacman: ["qemu-base", "libvirt", "dnsmasq", "dmidecode"]
        case nil: []
        }
    }

    private func debian(_ architecture: String) -> [String] {
        let ubuntu = isOne(of: "ubuntu")
        let emulator =
            switch architecture {
            case "x86_64", "i686": "qemu-system-x86"
            case "aarch64", "armv7l", "armv8l": "qemu-system-arm"
            case "ppc64le": "qemu-system-ppc"
            case "s390x" where ubuntu: "qemu-system-s390x"
            default: "qemu-system-misc"
            }
        var packages = [
            emulator, "qemu-utils", "libvirt-daemon-system", "libvirt-daemon-config-network", "libvirt-clients",
            "dnsmasq-base",
            "iptables",
        ]
        switch architecture {
        case "x86_64": packages.append("ovmf")
        case "aarch64": packages.append("qemu-efi-aarch64")
        default: break
        }
        // From Debian 13 on, libvirt's drivers are packages of their own.
        if !ubuntu && release >= 13 || ubuntu && release >= 25 {
            packages +=
                ["qemu", "network", "storage", "nodedev", "nwfilter", "secret", "interface"].map {
                    "libvirt-daemon-driver-\($0)"
                } + ["libvirt-daemon-log"]
        }
        return packages
    }

    /// Commands that install packages, to be run as root; none where there is nothing to install or no known way.
    func install(_ packages: [String]) -> [String] {
        guard let packageManager, !packages.isEmpty else { return [] }
        let names = packages.map(ShellWord.quoted).joined(separator: " ")
        return switch packageManager {
        case .apt:
            [
                "apt-get update -q",
                "DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends \(names)",
            ]
        case .yum: ["yum install -y \(names)"]
        case .dnf: ["dnf install -y \(names)"]
        case .zypper: ["zypper --non-interactive install \(names)"]
        case .pacman: ["pacman -S --needed --noconfirm \(names)"]
        }
    }

    /// What holds only of that distribution, and a person should know before.
    var installNote: String? {
        if packageManager == .yum {
            return
                "CentOS 7 has had no updates since June 2024: yum finds packages only with the repositories of vault.centos.org."
        }
        return packageManager == .pacman
            ? "pacman wants an up-to-date system: pacman -Syu first, where it finds no packages." : nil
    }

    /// A package that has a program, by what Debian calls it.
    func package(_ debian: String) -> String {
        let others: [String: [PackageManager: String]] = [
            "dnsmasq-base": [.yum: "dnsmasq", .dnf: "dnsmasq", .zypper: "dnsmasq", .pacman: "dnsmasq"],
            "ovmf": [.yum: "OVMF", .dnf: "edk2-ovmf", .zypper: "qemu-ovmf-x86_64", .pacman: "edk2-ovmf"],
            "qemu-efi-aarch64": [.dnf: "edk2-aarch64", .zypper: "qemu-uefi-aarch64", .pacman: "edk2-aarch64"],
            "qemu-utils": [.yum: "qemu-img", .dnf: "qemu-img", .zypper: "qemu-tools", .pacman: "qemu-img"],
            "systemd-timesyncd": [.yum: "chrony", .dnf: "chrony", .zypper: "chrony", .pacman: "chrony"],
        ]
        return packageManager.flatMap { others[debian]?[$0] } ?? debian
    }
}

extension String {
    /// Without these characters at its ends.
    fileprivate func trimming(_ set: Set<Character>) -> String {
        var rest = self[...]
        while let first = rest.first, set.contains(first) { rest.removeFirst() }
        while let last = rest.last, set.contains(last) { rest.removeLast() }
        return String(rest)
    }
}
