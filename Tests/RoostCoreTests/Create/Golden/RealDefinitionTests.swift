import FoundationEssentials
import Libvirt
import LibvirtXML
import Testing

@testable import RoostCore

/// The system daemon itself takes a blueprint, checks it against its schema and fills in what it has to.
@Suite struct RealDefinitionTests {
    private static let cases = [
        GoldenCase("install", on: .emulation, "-c /images/debian.iso --disk size=20"),
        GoldenCase("seed", on: .emulation, "--import --disk /images/debian.qcow2 --disk /images/seed.iso,device=cdrom"),
        GoldenCase("public", on: .emulation, "--import --disk /images/debian.qcow2 --graphics vnc,listen=0.0.0.0"),
        GoldenCase("arm", on: .emulation, "-c /images/debian.iso --disk size=20 --arch aarch64 --vcpus 16"),
        GoldenCase("windows", on: .emulation, os: "win11", "-c /images/win.iso --disk size=64"),
        GoldenCase("old", on: .emulation, os: "winxp", "-c /images/win.iso --disk size=10"),
        GoldenCase(
            "spice", on: .emulation,
            "--import --disk /images/debian.qcow2,bus=scsi,serial=A1 --graphics spice --vcpus 8,sockets=2 --tag web"),
        GoldenCase(
            "characters", on: .emulation, "--import --disk /images/debian.qcow2 --console pty,target.type=virtio"),
    ]

    @Test(
        .enabled(
            if: ProcessInfo.processInfo.environment["ROOST_INTEGRATION"] == "1",
            "needs the system's libvirt: scripts/test integration"), arguments: cases)
    func libvirtTakes(_ golden: GoldenCase) async throws {
        var domain = try golden.blueprint().definition()
        guard let emulator = domain.devices.emulator, FileManager.default.fileExists(atPath: emulator) else {
            return
        }
        domain.name = "t-\(UUID().uuidString.lowercased().prefix(8))-\(golden.name)"
        domain.uuid = nil
        let connection = try await Connection.open(uri: "qemu:///system")
        do {
            let defined = try await connection.defineDomain(xml: domain.xml(), flags: .validate)
            #expect(defined.name == domain.name)
            try await defined.undefine([.nvram])
        } catch {
            Issue.record("\(golden.name): \(error)")
        }
        await connection.close()
    }
}
