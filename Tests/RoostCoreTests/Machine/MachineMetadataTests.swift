import LibvirtXML
import Testing

@testable import RoostCore

@Suite struct MachineMetadataTests {
    @Test func tagsSurviveADefinition() throws {
        var domain = Domain(.kvm, name: "web", memory: 1 << 30, vcpus: 1)
        var metadata = MachineMetadata(of: domain)
        #expect(metadata.isEmpty)
        metadata.tags = ["web", "env:test"]
        metadata.write(to: &domain)
        let read = try Domain(parsing: domain.xml())
        #expect(MachineMetadata(of: read).tags == ["web", "env:test"])
    }

    @Test func theFirstBootsFactsSurviveADefinition() throws {
        var domain = Domain(.kvm, name: "web", memory: 1 << 30, vcpus: 1)
        var metadata = MachineMetadata(of: domain)
        metadata.image = "debian-12@0123456789ab"
        metadata.user = "debian"
        metadata.instance = "i-1"
        metadata.seed = "/images/web-seed.iso"
        metadata.hostKeys = ["ssh-ed25519 AAAA", "ssh-rsa BBBB"]
        metadata.write(to: &domain)
        var read = MachineMetadata(of: try Domain(parsing: domain.xml()))
        #expect(read.image == metadata.image && read.user == "debian" && read.instance == "i-1")
        #expect(read.seed == "/images/web-seed.iso" && read.hostKeys == ["ssh-ed25519 AAAA", "ssh-rsa BBBB"])
        read.seed = nil
        read.hostKeys = []
        read.write(to: &domain)
        let later = MachineMetadata(of: domain)
        #expect(later.seed == nil && later.hostKeys == [] && later.user == "debian")
    }

    @Test func whatANewerRoostWroteStays() throws {
        var domain = try Domain(
            parsing: """
                <domain><name>web</name><metadata>
                  <x:machine xmlns:x="urn:roost:machine:1"><x:tag>a</x:tag><x:future kept="1"/></x:machine>
                  <other:thing xmlns:other="urn:other"/>
                </metadata></domain>
                """)
        var metadata = MachineMetadata(of: domain)
        #expect(metadata.tags == ["a"])
        metadata.tags = ["b"]
        metadata.write(to: &domain)
        let text = try domain.xml()
        #expect(text.contains("<x:tag>b</x:tag>") && !text.contains("<x:tag>a</x:tag>"))
        #expect(text.contains("<x:future kept=\"1\"/>") && text.contains("urn:other"))
    }

    @Test func emptyItGoes() throws {
        var domain = Domain(.kvm, name: "web", memory: 1 << 30, vcpus: 1)
        var metadata = MachineMetadata()
        metadata.tags = ["web"]
        metadata.write(to: &domain)
        metadata.tags = []
        metadata.write(to: &domain)
        #expect(try !domain.xml().contains("roost"))
    }

    /// libvirt hands the element out with the default namespace.
    @Test func readsAnElementWithoutPrefix() throws {
        var metadata = try MachineMetadata(parsing: "<machine xmlns='urn:roost:machine:1'><tag>a</tag></machine>")
        #expect(metadata.tags == ["a"])
        metadata.tags.append("b")
        var domain = Domain(.kvm, name: "web", memory: 1 << 30, vcpus: 1)
        metadata.write(to: &domain)
        #expect(try domain.xml().contains("<tag>b</tag>"))
    }

    @Test func aDeclarationFurtherOutIsBroughtAlong() throws {
        let source = try Domain(
            parsing: """
                <domain xmlns:r="urn:roost:machine:1"><name>web</name><metadata><r:machine><r:tag>a</r:tag></r:machine></metadata></domain>
                """)
        var copy = Domain(.kvm, name: "copy", memory: 1 << 30, vcpus: 1)
        MachineMetadata(of: source).write(to: &copy)
        #expect(MachineMetadata(of: try Domain(parsing: copy.xml())).tags == ["a"])
    }
}
