import Testing

@testable import RoostCore

/// What would be done on hosts of each distribution.
struct HostSetupPlanTests {
    private func plan(
        _ host: KnownHost, _ more: [String] = [], without keys: Set<String> = [], libvirt: LibvirtFacts? = nil
    ) throws -> HostSetupPlan {
        try HostSetupPlanner(judge: host.judge(more, without: keys, libvirt: libvirt)).plan()
    }

    @Test(arguments: [
        (
            KnownHost.centos7, "yum install -y qemu-kvm qemu-img libvirt libvirt-client",
            "systemctl enable --now libvirtd.service"
        ),
        (
            .alma9, "dnf install -y qemu-kvm qemu-img libvirt libvirt-client",
            "systemctl enable --now virtqemud.socket virtnetworkd.socket virtstoraged.socket virtnodedevd.socket virtlogd.socket"
        ),
        (
            .fedora41, "dnf install -y qemu-kvm qemu-img libvirt libvirt-client",
            "systemctl enable --now virtqemud.socket virtnetworkd.socket virtstoraged.socket virtnodedevd.socket virtlogd.socket"
        ),
        (
            .ubuntu2204,
            "DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends qemu-system-x86 qemu-utils libvirt-daemon-system libvirt-daemon-config-network libvirt-clients dnsmasq-base iptables ovmf",
            "systemctl enable --now libvirtd.service"
        ),
        (
            .debian12,
            "DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends qemu-system-x86 qemu-utils libvirt-daemon-system libvirt-daemon-config-network libvirt-clients dnsmasq-base iptables ovmf",
            "systemctl enable --now libvirtd.service"
        ),
        (
            .debianARM,
            "DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends qemu-system-arm qemu-utils libvirt-daemon-system libvirt-daemon-config-network libvirt-clients dnsmasq-base iptables qemu-efi-aarch64",
            "systemctl enable --now libvirtd.service"
        ),
        (
            .ubuntuS390,
            "DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends qemu-system-s390x qemu-utils libvirt-daemon-system libvirt-daemon-config-network libvirt-clients dnsmasq-base iptables",
            "systemctl enable --now libvirtd.service"
        ),
        (
            .leap15,
            "zypper --non-interactive install qemu-kvm qemu-tools libvirt-daemon-qemu libvirt-daemon-config-network libvirt-client dnsmasq",
            "systemctl enable --now libvirtd.service"
        ),
        (
            .arch, "pacman -S --needed --noconfirm qemu-base libvirt dnsmasq dmidecode",
            "systemctl enable --now libvirtd.service"
        ),
    ]) func aFreshHostGetsItsDistributionsPackagesAndServices(_ host: KnownHost, _ install: String, _ start: String)
        throws
    {
        let plan = try plan(host)
        #expect(plan.changes.count == 4)
        #expect(plan.changes[0].commands.last == install)
        #expect(plan.changes[1].commands == [start])
        #expect(plan.changes[2].calls == [.makeDefaultNetwork])
        #expect(plan.changes[3].calls == [.makeDefaultPool])
        #expect(plan.present == ["groups (root needs none)"])
    }

    @Test func fromDebian13OnTheDriversComeByName() throws {
        let commands = try plan(.debian13).changes[0].commands
        #expect(commands.last?.contains(" libvirt-daemon-driver-qemu libvirt-daemon-driver-network ") == true)
    }

    @Test func aHostThatIsSetUpNeedsNothing() throws {
        let plan = try plan(.debian12, KnownHost.ready, libvirt: KnownHost.facts)
        #expect(plan.isDone, "\(plan.changes)")
        #expect(plan.present.count == 5)
    }

    @Test func onlyWhatIsMissingIsDone() throws {
        var facts = KnownHost.facts
        facts.networks[0].isAutostarted = false
        let plan = try plan(
            .debian12,
            KnownHost.ready.filter { $0 != "package=libvirt-clients" } + ["caller=ann", "caller.groups=users"],
            libvirt: facts)
        #expect(plan.changes.map(\.commands)[0].last?.hasSuffix(" libvirt-clients") == true)
        #expect(plan.changes[1].commands == ["usermod -aG libvirt,kvm ann"])
        #expect(plan.changes[2].calls == [.makeDefaultNetwork])
        #expect(plan.changes.count == 3)
    }

    @Test func withoutSystemdTheDaemonsAreStartedByThemselvesAndThatIsSaid() throws {
        let plan = try plan(.debian12, without: ["systemd"])
        #expect(plan.changes[1].commands == HostJudge.directStart)
        #expect(plan.changes[1].note?.contains("until the next start of the host") == true)
    }

    @Test func anUnknownDistributionIsRefusedUnlessItHasWhatItNeeds() throws {
        let keys: Set<String> = ["os"]
        #expect(throws: Failure.self) { try plan(.debian12, ["os=ID=plan9"], without: keys) }
        let ready = try plan(.debian12, KnownHost.ready + ["os=ID=plan9"], without: keys, libvirt: KnownHost.facts)
        #expect(ready.isDone)
    }
}
