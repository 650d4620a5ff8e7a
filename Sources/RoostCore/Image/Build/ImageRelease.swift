/// A release of a distribution that images can be built of.
public struct ImageRelease: Hashable, Sendable {
    enum Distribution: Hashable, Sendable {
        case debian, ubuntu
    }

    /// "debian-12".
    public let name: String
    let distribution: Distribution
    /// As the archive calls it: "bookworm".
    let suite: String
    /// The osinfo database's short name.
    public let os: String

    public static let all = [
        ImageRelease(name: "debian-12", distribution: .debian, suite: "bookworm", os: "debian12"),
        ImageRelease(name: "debian-13", distribution: .debian, suite: "trixie", os: "debian13"),
        ImageRelease(name: "debian-sid", distribution: .debian, suite: "sid", os: "debiantesting"),
        ImageRelease(name: "ubuntu-22.04", distribution: .ubuntu, suite: "jammy", os: "ubuntu22.04"),
        ImageRelease(name: "ubuntu-24.04", distribution: .ubuntu, suite: "noble", os: "ubuntu24.04"),
    ]

    /// The user that cloud-init makes where nobody says otherwise.
    public var user: String {
        switch distribution {
        case .debian: "debian"
        case .ubuntu: "ubuntu"
        }
    }

    /// Where the signed GRUB looks for its configuration on the EFI system partition.
    var efiFolder: String {
        switch distribution {
        case .debian: "debian"
        case .ubuntu: "ubuntu"
        }
    }

    /// The package with the keys of the archive.
    var keyringPackage: String {
        switch distribution {
        case .debian: "debian-archive-keyring"
        case .ubuntu: "ubuntu-keyring"
        }
    }

    /// The file in that package.
    var keyring: String {
        switch distribution {
        case .debian: "/usr/share/keyrings/debian-archive-keyring.gpg"
        case .ubuntu: "/usr/share/keyrings/ubuntu-archive-keyring.gpg"
        }
    }

    /// What every image has: a kernel for virtual machines, what a first boot needs, and a way in.
    var packages: [String] {
        let common = [
            "initramfs-tools", "shim-signed", "grub-efi-amd64-signed", "zstd", "systemd-sysv", "dbus", "udev",
            "e2fsprogs", "fdisk", "login", "sudo",
            "iproute2",
            "ca-certificates", "netplan.io", "cloud-init", "cloud-guest-utils", "locales", "qemu-guest-agent",
            "openssh-server",
        ]
        switch distribution {
        case .debian: return ["linux-image-cloud-amd64", "systemd-resolved"] + common
        // Before 24.04, the name resolver is in the package of systemd itself.
        case .ubuntu:
            return ["linux-image-virtual", "ubuntu-keyring"] + (suite == "jammy" ? [] : ["systemd-resolved"]) + common
        }
    }

    /// Lines of apt's list of sources.
    func sources(mirror: String?) -> [String] {
        switch distribution {
        case .debian:
            let base = mirror ?? "http://deb.debian.org/debian"
            guard suite != "sid" else { return ["deb \(base) sid main"] }
            return [
                "deb \(base) \(suite) main", "deb \(base) \(suite)-updates main",
                "deb \(base)-security \(suite)-security main",
            ]
        case .ubuntu:
            let base = mirror ?? "http://archive.ubuntu.com/ubuntu"
            return [suite, "\(suite)-updates", "\(suite)-security"].map { "deb \(base) \($0) main universe" }
        }
    }
}
