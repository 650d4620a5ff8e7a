import LibvirtXML
import Testing
import XMLTree

/// An edit changes only what it names.
@Suite struct EditingTests {
    private let text: String
    private var domain: Domain

    init() throws {
        text = try Fixture.text("domain-wide").replacing("&quot;", with: "\"")
        domain = try Domain(parsing: text)
    }

    @Test mutating func oneAttributeOfOneDisk() throws {
        domain.devices[disk: "vdb"]?.bus = .sata
        try expect("<target dev='vdb' bus='virtio'/>", becomes: "<target dev='vdb' bus='sata'/>")
    }

    @Test mutating func aNewAttributeAndANewChild() throws {
        domain.devices[disk: "vdb"]?.cache = .noCache
        domain.devices[disk: "vdb"]?.serial = "S1"
        let address = "<address type='pci' domain='0x0000' bus='0x0c' slot='0x00' function='0x0'/>"
        let driver = "<driver name='qemu' type='qcow2'"
        let expected = text.replacing("\(driver)/>", with: "\(driver) cache='none'/>")
            .replacing(address, with: "\(address)\n      <serial>S1</serial>")
        #expect(try domain.xml() == trimmed(expected))
    }

    @Test mutating func ejectingAndInserting() throws {
        domain.devices[disk: "sdc"]?.source = nil
        #expect(domain.devices[disk: "sdc"]?.source == nil)
        #expect(domain.devices[disk: "sdc"]?.type == .network)
        #expect(domain.devices[disk: "sdc"]?.element.first("source") == nil)
        domain.devices[disk: "sdc"]?.source = .file("/a.iso")
        let disk = try #require(domain.devices[disk: "sdc"])
        #expect(disk.type == .file)
        #expect(disk.element.first("source") == XMLElement("source", ["file": "/a.iso"]))
        #expect(domain.devices.disks.count == 7)
    }

    @Test mutating func removingByIdentity() throws {
        domain.devices[interface: "52:54:00:00:00:04"] = nil
        let removed = """
                <interface type='user'>
                  <mac address='52:54:00:00:00:04'/>
                  <model type='virtio'/>
                  <alias name='ua-user'/>
                  <address type='pci' domain='0x0000' bus='0x07' slot='0x00' function='0x0'/>
                </interface>

            """
        try expect(removed, becomes: "")
    }

    @Test mutating func removingByAlias() {
        domain.devices[alias: "ua-system"] = nil
        #expect(domain.devices[disk: "vda"] == nil)
        #expect(domain.devices.disks.count == 6)
    }

    @Test mutating func addingGoesAfterTheLastOfItsKind() throws {
        domain.devices[disk: "vdz"] = Disk(source: .file("/z"), target: "vdz", bus: .virtio)
        let floppy = "<address type='drive' controller='0' bus='0' target='0' unit='0'/>\n    </disk>\n    <controller"
        let disk = """
            <disk type='file' device='disk'>
                  <source file='/z'/>
                  <target dev='vdz' bus='virtio'/>
                </disk>
            """
        try expect(floppy, becomes: floppy.replacing("<controller", with: "\(disk)\n    <controller"))
    }

    @Test mutating func unknownPartsOfADeviceSurviveItsReplacement() throws {
        var disk = try #require(domain.devices[disk: "vda"])
        disk.element.append(XMLElement("newer", ["than": "this"]))
        disk.iothread = nil
        domain.devices[disk: "vda"] = disk
        let found = try #require(domain.devices[disk: "vda"])
        #expect(found.element.first("newer")?["than"] == "this")
        #expect(found.iothread == nil)
        #expect(found.discard == .unmap)
    }

    @Test mutating func memoryKeepsItsOtherAttributes() throws {
        domain = try Domain(parsing: "<domain><memory unit='GiB' dumpCore='off'>2</memory></domain>")
        domain.memory = 2 << 30
        #expect(try domain.xml() == "<domain><memory unit='GiB' dumpCore='off'>2</memory></domain>\n")
        domain.memory = (1 << 30) + 1
        #expect(try domain.xml() == "<domain><memory unit='KiB' dumpCore='off'>1048577</memory></domain>\n")
    }

    @Test mutating func listsKeepCommentsBetweenTheirMembers() throws {
        domain = try Domain(
            parsing: "<domain><os><boot dev='hd'/><!-- why --><boot dev='network' f='1'/><boot dev='fd'/></os></domain>"
        )
        domain.os.bootDevices = [.network, .fd]
        #expect(
            try domain.xml()
                == "<domain><os><!-- why --><boot dev='network' f='1'/><boot dev='fd'/></os></domain>\n")
        domain.os.bootDevices = []
        #expect(domain.os.element.children == [.comment(" why ")])
    }

    /// libvirt's documents say the address twice and libvirt refuses two that differ.
    @Test mutating func listeningElsewhere() throws {
        domain.devices.graphics[0].listen = "0.0.0.0"
        let vnc = domain.devices.graphics[0]
        #expect(vnc.element["listen"] == nil)
        #expect(vnc.listens.map(\.address) == ["0.0.0.0"])
    }

    private func expect(_ old: String, becomes new: String) throws {
        #expect(text.contains(old))
        #expect(try domain.xml() == trimmed(text.replacing(old, with: new, maxReplacements: 1)))
    }

    private func trimmed(_ text: String) -> String {
        text.hasSuffix("\n\n") ? String(text.dropLast()) : text
    }
}
