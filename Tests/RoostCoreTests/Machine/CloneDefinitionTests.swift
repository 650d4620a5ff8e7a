import LibvirtXML
import Testing

@testable import RoostCore

@Suite struct CloneDefinitionTests {
    private static let source = """
        <domain type='kvm'>
          <name>web1</name><uuid>11111111-2222-3333-4444-555555555555</uuid>
          <genid>aaaaaaaa-2222-3333-4444-555555555555</genid>
          <metadata>
            <other:app xmlns:other='urn:other'><other:x/></other:app>
            <roost:machine xmlns:roost='urn:roost:machine:1'>
              <roost:tag>blue</roost:tag><roost:user>debian</roost:user><roost:instance>i1</roost:instance>
              <roost:host-key>ssh-ed25519 AAAA</roost:host-key><roost:template/><roost:later>x</roost:later>
            </roost:machine>
          </metadata>
          <memory>1024</memory>
          <os firmware='efi'><type>hvm</type><nvram template='/t.fd'>/n/web1_VARS.fd</nvram></os>
          <sysinfo type='smbios'><system><entry name='uuid'>u</entry><entry name='serial'>s</entry></system></sysinfo>
          <devices>
            <disk type='file' device='disk'><driver name='qemu' type='raw'/><source file='/i/web1.img'/>
              <target dev='vda'/><readonly/></disk>
            <disk type='file' device='disk'><source file='/i/shared.img'/><target dev='vdb'/><shareable/></disk>
            <disk type='file' device='cdrom'><source file='/i/debian.iso'/><target dev='sda'/><readonly/></disk>
            <disk type='file' device='cdrom'><source file='/i/web1-seed.iso'/><target dev='sdb'/><readonly/></disk>
            <interface type='network'><mac address='52:54:00:01:02:03'/><source network='default'/>
              <target dev='tap-web1'/></interface>
            <serial type='pty'><log file='/log/web1-serial0.log' append='on'/></serial>
            <channel type='unix'><source mode='bind' path='/run/web1.agent'/><target type='virtio' name='a'/></channel>
            <graphics type='vnc' port='5901' autoport='no' passwd='secret'/>
            <tpm model='tpm-crb'><backend type='emulator' version='2.0'/></tpm>
            <vsock model='virtio'><cid auto='no' address='7'/></vsock>
          </devices>
        </domain>
        """

    private static func clone(variables: String? = nil) throws -> CloneDefinition {
        CloneDefinition(
            of: try Domain(parsing: source), named: "web2", disks: ["vda": "/i/web2.qcow2"], overlays: ["vda"],
            variables: variables)
    }

    @Test func whatNamesTheSourceIsGone() throws {
        let text = try Self.clone().domain.xml()
        for word in [
            "web1", "11111111", "aaaaaaaa", "52:54:00:01:02:03", "AAAA", "'7'", ">u<", "roost:template", ">i1<",
        ] {
            #expect(!text.contains(word), "\(word)")
        }
        #expect(text.contains("secret"))
        #expect(text.contains("<entry name=\"serial\">s</entry>") || text.contains("<entry name='serial'>s</entry>"))
    }

    @Test func disksAreItsOwnAndMediaAreShared() throws {
        let disks = try Self.clone().domain.devices.disks
        #expect(disks[0].source == .file("/i/web2.qcow2"))
        #expect(disks[0].format == .qcow2)
        #expect(!disks[0].readOnly)
        #expect(disks[1].source == .file("/i/shared.img"))
        #expect(disks[2].source == .file("/i/debian.iso"))
        // What the first boot of the source was told can be secret, and is not for the clone.
        #expect(disks[3].source == nil)
        #expect(disks[3].device == .cdrom)
    }

    @Test func filesOfItsPortsAreItsOwn() throws {
        let own = SerialLogFile(directory: "/log", uuid: "11111111-2222-3333-4444-555555555555").path
        let text = Self.source.replacing("/log/web1-serial0.log", with: own).replacing(
            "<channel type='unix'>",
            with: "<serial type='file'><source path='/log/port.txt'/></serial><channel type='unix'>")
        let made = CloneDefinition(
            of: try Domain(parsing: text), named: "web2", disks: [:], overlays: [], variables: nil)
        let clone = made.domain
        let uuid = try #require(clone.uuid)
        #expect(uuid != "11111111-2222-3333-4444-555555555555")
        #expect(clone.devices.serials[0].logFile == SerialLogFile(directory: "/log", uuid: uuid).path)
        let written = try clone.xml()
        #expect(written.contains("/log/web2-port.txt"))
        #expect(!written.contains("/log/port.txt"))
    }

    @Test func cardsHaveAddressesOfTheirOwn() throws {
        let macs = try (0..<20).map { _ in try Self.clone().domain.devices.interfaces[0].mac ?? "" }
        #expect(macs.allSatisfy { $0.hasPrefix("52:54:00:") && $0.utf8.count == 17 })
        #expect(Set(macs).count == macs.count)
    }

    @Test func whatWasSaidOfItStays() throws {
        let clone = try Self.clone().domain
        let metadata = MachineMetadata(of: clone)
        #expect(metadata.tags == ["blue"])
        #expect(!metadata.isTemplate)
        let text = try clone.xml()
        for word in ["debian</roost:user>", "<roost:later>x", "urn:other"] { #expect(text.contains(word), "\(word)") }
    }

    @Test func variablesAreThoseThatWereCopied() throws {
        #expect(try Self.clone().domain.os.nvram == nil)
        #expect(try Self.clone(variables: "/n/web2_VARS.fd").domain.os.nvram == "/n/web2_VARS.fd")
    }

    @Test func whatTheTwoCannotShareIsTold() throws {
        let notices = try Self.clone().notices.joined(separator: "\n")
        #expect(notices.contains("TPM"))
        #expect(notices.contains("fixed port"))
    }

    @Test(arguments: [
        ("web1.qcow2", "web2.qcow2"), ("web1-1.img", "web2-1.img"), ("web1_VARS.fd", "web2_VARS.fd"), ("web1", "web2"),
        ("web10.img", "web2-web10.img"), ("data.img", "web2-data.img"),
    ])
    func filesAreNamedAfterTheClone(_ old: String, _ new: String) {
        #expect(CloneDefinition.file(old, from: "web1", to: "web2") == new)
    }
}
