import Testing

@testable import RoostCore

/// What facts mean, without any host.
struct HostJudgeTests {
    private func state(_ judge: HostJudge, _ id: String) -> HostFinding.State? { finding(judge, id)?.state }
    private func finding(_ judge: HostJudge, _ id: String) -> HostFinding? {
        judge.report.findings.first { $0.id == id }
    }

    @Test func aHostThatIsReadyHasNoFailureAndNoWarning() {
        let report = KnownHost.debian12.judge(
            KnownHost.ready + ["iommu.groups=12"], without: ["forward4", "iommu.groups"], libvirt: KnownHost.facts
        ).report
        let wrong = report.findings.filter { ![.ok, .note].contains($0.state) }
        #expect(wrong.isEmpty, "\(wrong)")
        #expect(report.isFit && report.failure == nil && report.fixes.isEmpty)
    }

    @Test(arguments: KnownHost.allCases) func everyFindingHasItsOwnNameAndWhatIsWrongIsShown(_ host: KnownHost) {
        let findings = host.judge().report.findings
        #expect(Set(findings.map(\.id)).count == findings.count)
        for finding in findings where finding.state == .failure {
            #expect(finding.evidence != nil && (finding.advice != nil || !finding.remedy.isEmpty), "\(finding)")
        }
        // Nothing is installed on these.
        #expect(state(host.judge(), "software.qemu") == .failure)
        #expect(state(host.judge(), "cpu.virtualization") == .ok)
        #expect(state(host.judge(), "kernel.cgroups") == .ok)
    }

    @Test func eachArchitectureHasItsRules() {
        let plain = "cpu.flags=flags\t\t: fpu vme hypervisor"
        let without = KnownHost.debian12.judge([plain], without: ["cpu.flags"])
        #expect(state(without, "cpu.virtualization") == .failure)
        // It opens, and that means nothing: machines would hang.
        #expect(finding(KnownHost.alma9.judge([plain], without: ["cpu.flags"]), "kvm.device")?.state == .note)
        #expect(state(KnownHost.debianARM.judge(without: ["device"]), "cpu.virtualization") == .failure)
        #expect(
            state(
                KnownHost.ubuntuS390.judge(["cpu.flags=features\t: esan3 zarch"], without: ["cpu.flags"]),
                "cpu.virtualization")
                == .failure)
        #expect(state(KnownHost.ubuntuS390.judge(), "cpu.iommu") == .ok)
        #expect(state(KnownHost.ubuntuS390.judge(), "kvm.nested") == .note)
        #expect(state(KnownHost.debian12.judge(), "cpu.iommu") == .warning)
        #expect(finding(KnownHost.alma9.judge(), "cpu.secure-guests")?.state == .note)
    }

    @Test func theDeviceIsForQEMUsUserAndNotForRoot() {
        let open = KnownHost.debian12.judge(["qemu.user=libvirt-qemu libvirt-qemu kvm"])
        #expect(state(open, "kvm.device") == .ok)
        let closed = KnownHost.debian12.judge(
            ["qemu.user=libvirt-qemu libvirt-qemu", "group=kvm ", "kvm.opens=yes", "device=/dev/kvm 600 root root"],
            without: ["device"])
        #expect(state(closed, "kvm.device") == .failure)
        #expect(finding(closed, "kvm.device")?.fix?.commands == ["chgrp kvm /dev/kvm", "chmod 660 /dev/kvm"])
        // What qemu.conf says counts.
        #expect(state(KnownHost.debian12.judge(["conf=user=root"]), "kvm.device") == .ok)
    }

    @Test func remediesAreForWhoeverIsThere() {
        let root = finding(KnownHost.debian12.judge(without: ["device"]), "kernel.tun")
        #expect(root?.remedy.first == "modprobe tun")
        let person = finding(
            KnownHost.debian12.judge(
                ["uid=1000", "user=ann", "groups=ann sudo"], without: ["device", "uid", "user", "groups"]),
            "kernel.tun")
        #expect(person?.remedy.first == "sudo modprobe tun")
        #expect(person?.remedy.last?.hasPrefix("sudo sh -c 'printf ") == true)
    }

    @Test func theUsersGroupsAreThoseOfWhoCame() {
        let judge = KnownHost.debian12.judge(
            KnownHost.ready + ["caller=o'hara", "caller.groups=users"], libvirt: KnownHost.facts)
        #expect(finding(judge, "users.groups")?.fix?.commands == [#"usermod -aG libvirt,kvm 'o'\''hara'"#])
        let member = KnownHost.debian12.judge(
            KnownHost.ready + ["caller=ann", "caller.groups=users libvirt kvm"], libvirt: KnownHost.facts)
        #expect(state(member, "users.groups") == .ok)
    }

    @Test func oldVersionsLackThings() {
        let old = KnownHost.centos7.judge(
            [
                "qemu=/usr/libexec/qemu-kvm", "qemu.version=QEMU emulator version 1.5.3 (qemu-kvm-1.5.3-175.el7)",
                "daemon=libvirtd",
                "daemon.version=libvirtd (libvirt) 4.5.0",
            ])
        #expect(state(old, "software.versions") == .warning)
        #expect(state(old, "software.backup") == .note)
        #expect(finding(old, "software.versions")?.evidence?.contains("UEFI") == true)
    }

    @Test func daemonsNetworksAndPools() {
        var facts = KnownHost.facts
        facts.networks[0].isActive = false
        facts.pools[0].isAutostarted = false
        facts.openDisplays = [
            LibvirtFacts.OpenDisplay(machine: "web1", kind: "vnc", address: "0.0.0.0", reference: "node1/web1")
        ]
        let judge = KnownHost.debian12.judge(KnownHost.ready, without: ["forward4"], libvirt: facts)
        #expect(
            finding(judge, "network.default")?.fix?.calls == [.startNetwork("default"), .autostartNetwork("default")])
        #expect(finding(judge, "network.default")?.remedy == ["roost net start default --host node1"])
        #expect(finding(judge, "storage.default")?.fix?.calls == [.autostartPool("default")])
        #expect(state(judge, "security.displays") == .failure)
        #expect(finding(judge, "security.displays")?.remedy == ["roost edit node1/web1"])
        #expect(judge.report.failure?.kind == .unfit)
        let silent = KnownHost.debian12.judge(KnownHost.ready)
        #expect(state(silent, "services.libvirt") == .failure)
        let modular = KnownHost.fedora41.judge(["daemon=virtqemud"])
        #expect(
            finding(modular, "services.libvirt")?.fix?.commands == [
                "systemctl enable --now virtqemud.socket virtnetworkd.socket virtstoraged.socket virtnodedevd.socket"
            ])
    }

    @Test func spaceTimeNamesAndConfiguration() {
        var facts = KnownHost.facts
        facts.pools[0].available = 100 << 20
        let judge = KnownHost.debian12.judge(
            KnownHost.ready + [
                "hostname=localhost", "clock.synchronized=no", "conf=vnc_listen=0.0.0.0", "conf.readable=yes",
                "daemonconf=listen_tcp=1", "daemonconf=auth_tcp=none", "peer.unknown=node2", "peer.known=node3",
            ], without: ["hostname", "clock.synchronized"], libvirt: facts)
        #expect(state(judge, "storage.space") == .failure)
        #expect(state(judge, "services.time") == .warning)
        #expect(state(judge, "names.own") == .warning)
        #expect(finding(judge, "names.peers")?.evidence == "node2 leads to no address there")
        #expect(state(judge, "security.listen") == .warning)
        #expect(state(judge, "security.tcp") == .failure)
        var late = KnownHost.debian12.look(KnownHost.ready)
        late.clockOffset = -90
        let offset = HostJudge(look: late, host: "n", isHere: false)
        #expect(finding(offset, "services.time")?.evidence == "it differs from this computer's by 90 s")
        #expect(finding(offset, "services.time")?.fix != nil)
    }

    @Test func whoMayNotAskLibvirtIsToldSoAndNothingElse() {
        var look = KnownHost.debian12.look(
            KnownHost.ready + ["uid=1000", "user=ann", "groups=ann"], without: ["uid", "user", "groups"])
        look.libvirtProblem = "its socket is closed to you"
        look.isLibvirtClosed = true
        let judge = HostJudge(look: look, host: "n", isHere: false)
        #expect(state(judge, "services.libvirt") == .unknown)
        #expect(finding(judge, "users.groups")?.remedy == ["sudo usermod -aG libvirt,kvm ann"])
    }

    @Test func aHalfAnswerIsNone() {
        #expect(HostLook(answer: "uid=0\nuser=root\n") == nil)
    }
}
