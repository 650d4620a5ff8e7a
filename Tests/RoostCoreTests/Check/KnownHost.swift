@testable import RoostCore

/// A host as the survey's script answers on it, written after what these distributions are like when they have just been
/// installed on a server.
enum KnownHost: String, CaseIterable {
    case centos7, alma9, fedora41, ubuntu2204, debian12, debian13, leap15, arch, debianARM, ubuntuS390

    private var osRelease: [String] {
        switch self {
        case .centos7:
            [#"ID="centos""#, #"ID_LIKE="rhel fedora""#, #"VERSION_ID="7""#, #"PRETTY_NAME="CentOS Linux 7 (Core)""#]
        case .alma9:
            [
                #"ID="almalinux""#, #"ID_LIKE="rhel centos fedora""#, #"VERSION_ID="9.4""#,
                #"PRETTY_NAME="AlmaLinux 9.4 (Seafoam Ocelot)""#,
            ]
        case .fedora41: ["ID=fedora", "VERSION_ID=41", #"PRETTY_NAME="Fedora Linux 41 (Server Edition)""#]
        case .ubuntu2204, .ubuntuS390:
            ["ID=ubuntu", "ID_LIKE=debian", #"VERSION_ID="22.04""#, #"PRETTY_NAME="Ubuntu 22.04.4 LTS""#]
        case .debian12, .debianARM:
            ["ID=debian", #"VERSION_ID="12""#, #"PRETTY_NAME="Debian GNU/Linux 12 (bookworm)""#]
        case .debian13: ["ID=debian", #"VERSION_ID="13""#, #"PRETTY_NAME="Debian GNU/Linux 13 (trixie)""#]
        case .leap15:
            [
                #"ID="opensuse-leap""#, #"ID_LIKE="suse opensuse""#, #"VERSION_ID="15.6""#,
                #"PRETTY_NAME="openSUSE Leap 15.6""#,
            ]
        case .arch: ["ID=arch", #"PRETTY_NAME="Arch Linux""#]
        }
    }

    private var processor: [String] {
        switch self {
        case .debianARM:
            [
                "machine=aarch64", "cpu.flags=Features\t: fp asimd evtstrm aes", "device=/dev/kvm 660 root kvm",
                "module=kvm",
            ]
        case .ubuntuS390:
            [
                "machine=s390x", "cpu.flags=features\t: esan3 zarch stfle msa ldisp eimm dfp sie", "module=kvm",
                "nested=0", "uv=yes", "device=/dev/kvm 660 root kvm",
            ]
        case .alma9, .arch:
            [
                "machine=x86_64", "cpu.flags=flags\t\t: fpu vme svm npt sev", "module=kvm", "module=kvm_amd",
                "nested=1",
                "acpi=IVRS", "iommu.groups=31", "device=/dev/kvm 666 root kvm",
            ]
        default:
            [
                "machine=x86_64", "cpu.flags=flags\t\t: fpu vme vmx ept", "module=kvm", "module=kvm_intel", "nested=Y",
                "acpi=DMAR", "iommu.groups=0", "device=/dev/kvm 660 root kvm",
            ]
        }
    }

    /// Nothing for machines is installed yet.
    var lines: [String] {
        osRelease.map { "os=\($0)" } + processor + [
            "uid=0", "user=root", "groups=root", "kernel=6.1.0", "systemd=yes", "container=none",
            "device=/dev/vhost-net 660 root kvm", "device=/dev/net/tun 666 root root",
            "cgroup2=cpuset cpu io memory pids",
            "hostname=node1", "hostname.address=192.0.2.10", "clock.synchronized=yes", "forward4=0", "uplink=eno1",
            "fw.read=iptables", "end=yes",
        ]
    }

    /// - Parameter more: what the script says besides; for a key of one line, it counts.
    func look(_ more: [String] = [], without keys: Set<String> = []) -> HostLook {
        let kept = lines.filter { line in !keys.contains { line.hasPrefix("\($0)=") } }
        guard let look = HostLook(answer: (more + kept).joined(separator: "\n")) else { return HostLook(values: [:]) }
        return look
    }

    func judge(_ more: [String] = [], without keys: Set<String> = [], libvirt: LibvirtFacts? = nil) -> HostJudge {
        var look = look(more, without: keys)
        look.libvirt = libvirt
        return HostJudge(look: look, host: "node1", isHere: false)
    }

    /// Where everything is as it should be.
    static let ready =
        [
            "qemu=/usr/bin/qemu-system-x86_64", "qemu.version=QEMU emulator version 7.2.13 (Debian 1:7.2)",
            "daemon=libvirtd",
            "program=dnsmasq", "program=iptables", "program=qemu-img", "firmware=60-edk2-x86_64.json",
            "process=virtlogd",
            "process=libvirtd", "socket=/run/libvirt/libvirt-sock",
            "unit=Id=libvirtd.service|LoadState=loaded|ActiveState=active|UnitFileState=enabled",
            "qemu.user=libvirt-qemu libvirt-qemu kvm", "group=libvirt ", "group=kvm ", "forward4=1", "apparmor=Y",
            "config.file=/boot/config-6.1.0",
        ]
        + [
            "KVM", "KVM_INTEL", "TUN", "BRIDGE", "CGROUPS", "CPUSETS", "MEMCG", "BLK_CGROUP", "NAMESPACES", "NET_NS",
            "VHOST_NET",
        ]
        .map { "config=CONFIG_\($0)=m" }
        + Distribution(osRelease: ["ID=debian", "VERSION_ID=12"]).packages(for: "x86_64").map { "package=\($0)" }

    static var facts: LibvirtFacts {
        LibvirtFacts(
            version: "9.0.0",
            networks: [
                LibvirtFacts.Network(
                    name: "default", isActive: true, isAutostarted: true, forward: "nat", bridge: "virbr0",
                    addresses: ["192.168.122.1/24"])
            ],
            pools: [
                LibvirtFacts.Pool(
                    name: "default", type: "dir", isActive: true, isAutostarted: true, path: "/var/lib/libvirt/images",
                    capacity: 500 << 30, available: 300 << 30)
            ], securityModels: ["apparmor", "dac"], hasIncrementalBackup: true, offersKVM: true)
    }
}
