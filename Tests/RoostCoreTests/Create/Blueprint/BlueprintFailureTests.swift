import LibvirtXML
import Testing

@testable import RoostCore

/// What a host cannot do or must not be asked to do: refused before anything is made.
@Suite struct BlueprintFailureTests {
    struct Refusal: Sendable, CustomTestStringConvertible {
        let line: String
        var host = GoldenHost.kvm
        let kind: FailureKind
        /// Parts of the sentence and of its remedy.
        let says: [String]

        var testDescription: String { line }
    }

    private static let disk = "--import --disk /images/debian.qcow2"

    static let refusals: [Refusal] = [
        Refusal(line: "--disk size=1", kind: .usage, says: ["web has nothing to boot", "--cdrom"]),
        // What is missing hides no mistake.
        Refusal(line: "--disk size=1,pool=none", kind: .notFound, says: ["pool 'none'"]),
        Refusal(line: "--disk size=1 --network network=none-such", kind: .notFound, says: ["network=NAME"]),
        Refusal(
            line: "--import --disk /images/none.qcow2", kind: .notFound, says: ["no disk /images/none.qcow2", "size="]),
        Refusal(line: "-c /images/none.iso --disk size=1", kind: .notFound, says: ["no image /images/none.iso"]),
        Refusal(line: "--import --disk vol=default/none", kind: .notFound, says: ["no disk default/none"]),
        Refusal(line: "-c /images/debian.iso --disk pool=none,size=1", kind: .notFound, says: ["pool 'none'", "vg"]),
        Refusal(line: "--import --disk /images/busy.qcow2", kind: .exists, says: ["disk of db1", "backing_store"]),
        Refusal(
            line: "--import --disk /images/debian.qcow2,backing_store=/images/base.qcow2", kind: .exists,
            says: ["exists already"]),
        Refusal(
            line: "--import --disk size=5,backing_store=/images/base.qcow2", kind: .usage, says: ["smaller", "10G"]),
        Refusal(
            line: "--import --disk size=5,backing_store=/images/none.qcow2", kind: .notFound, says: ["backing image"]),
        Refusal(
            line: "-c /images/debian.iso --disk /srv/a.qcow2,size=1 --disk /srv/a.qcow2,size=1,readonly=yes",
            kind: .usage,
            says: ["given twice"]),
        Refusal(line: "-c /images/debian.iso --disk /dev/sdz,size=1", kind: .notFound, says: ["no device /dev/sdz"]),
        Refusal(line: "\(disk),bus=ide", kind: .unsupported, says: ["disk bus 'ide'", "virtio, usb, sata"]),
        Refusal(line: "--import --machine pc \(disk.dropFirst(9)),bus=sd", kind: .unsupported, says: ["'sd'", "ide"]),
        Refusal(line: "\(disk) --disk device=cdrom,bus=virtio", kind: .usage, says: ["cdrom", "'virtio'"]),
        Refusal(line: "\(disk) --network network=none-such", kind: .notFound, says: ["'none-such'", "default, lab"]),
        Refusal(
            line: "\(disk) --network network=default", host: .session, kind: .notFound, says: ["no virtual networks"]),
        Refusal(line: "\(disk) --machine q36", kind: .unsupported, says: ["'q36'", "Did you mean q35?"]),
        Refusal(line: "\(disk) --arch s390x", kind: .unsupported, says: ["s390x"]),
        Refusal(line: "\(disk) --virt-type kvm", host: .emulation, kind: .unsupported, says: ["KVM is not usable"]),
        Refusal(line: "\(disk) --vcpus 300", kind: .unsupported, says: ["at most 288"]),
        Refusal(line: "\(disk) --cpu EPYC-Rom", kind: .unsupported, says: ["'EPYC-Rom'", "Did you mean EPYC-Rome?"]),
        Refusal(
            line: "\(disk) --cpu host-passthrough", host: .emulation, kind: .unsupported, says: ["'host-passthrough'"]),
        Refusal(line: "\(disk) --boot firmware=bios", host: .arm, kind: .unsupported, says: ["no BIOS"]),
        Refusal(
            line:
                "\(disk) --machine pc --boot uefi,firmware.feature0.name=secure-boot,firmware.feature0.enabled=yes",
            kind: .unsupported, says: ["q35"]),
        Refusal(
            line: "\(disk) --tpm emulator,model=tpm-spapr", kind: .unsupported,
            says: ["'tpm-spapr'", "tpm-tis, tpm-crb"]),
        Refusal(line: "\(disk) --rng random,model=xen", kind: .unsupported, says: ["'xen'"]),
    ]

    @Test(arguments: refusals) func isRefused(_ refusal: Refusal) throws {
        let failure = try #require(throws: Failure.self) {
            let request = try CreateLine.request("roost --name web \(refusal.line)")
            _ = try MachineBlueprint(request, on: refusal.host.facts(for: request, osName: nil))
        }
        #expect(failure.kind == refusal.kind)
        let text = "\(failure) \(failure.remedy ?? "")"
        for part in refusal.says { #expect(text.contains(part), "\(text)") }
        #expect(failure.remedy != nil)
    }

    @Test func aTakenNameIsRefused() throws {
        let request = try CreateLine.request("roost --name taken --import --disk /images/none.qcow2")
        let failure = try #require(throws: Failure.self) {
            _ = try MachineBlueprint(request, on: GoldenHost.kvm.facts(for: request, osName: nil))
        }
        #expect(failure.kind == .exists)
    }

    @Test func aHostWithoutFirmwareIsRefused() throws {
        let request = try CreateLine.request("roost --name web --boot uefi --import --disk /images/debian.qcow2")
        var facts = try GoldenHost.kvm.facts(for: request, osName: nil)
        facts.domainCapabilities.firmwares = []
        let failure = try #require(throws: Failure.self) { _ = try MachineBlueprint(request, on: facts) }
        #expect(failure.remedy?.contains("ovmf") == true)
    }

    /// A name that is left of a deleted machine is passed over, not taken.
    @Test func aNewVolumeNeverTakesAUsedName() throws {
        let request = try CreateLine.request("roost --name again -c /images/debian.iso --disk size=1 --disk size=2")
        let blueprint = try MachineBlueprint(request, on: GoldenHost.kvm.facts(for: request, osName: nil))
        #expect(blueprint.volumes.map(\.name) == ["again-2.qcow2", "again-3.qcow2"])
    }
}
