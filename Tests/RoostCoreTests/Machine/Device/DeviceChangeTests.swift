import LibvirtXML
import Testing
import XMLTree

@testable import RoostCore

@Suite struct DeviceChangeTests {
    private static let context = RequestContext(workingDirectory: nil)

    private static func disk(_ rest: String = "") throws -> Disk {
        Disk(
            element: try XMLElement(
                parsing: """
                    <disk type='file' device='disk'><driver name='qemu' type='qcow2' cache='none'/><source file='/a'/>
                    <target dev='vda' bus='virtio'/><unknown x='1'/>\(rest)<address type='pci' bus='3' slot='0'/></disk>
                    """))
    }

    private static func changed(_ text: String, _ disk: Disk) throws -> Disk {
        var disk = disk
        try DiskOption.changes(parsing: text, in: context).change(&disk)
        return disk
    }

    @Test func aDiskChangesInWhatIsGivenAndKeepsTheRest() throws {
        let before = try Self.disk()
        let after = try Self.changed("serial=abc,discard=unmap", before)
        #expect(after.serial == "abc" && after.discard == .unmap)
        #expect(after.cache == .noCache && after.bus == .virtio && after.address == before.address)
        #expect(after.source == .file("/a") && after.element.first("unknown") != nil)
        #expect(try Self.changed("cache=none", before) == before)
    }

    @Test func anotherBusIsAnotherPlace() throws {
        let after = try Self.changed("bus=scsi", try Self.disk())
        #expect(after.bus == .scsi && after.address == nil && after.target == "vda")
        #expect(try Self.changed("bus=virtio", try Self.disk()).address != nil)
    }

    @Test func aLimitOfZeroIsNone() throws {
        let limited = try Self.changed("iotune.total_bytes_sec=5000,read_iops_sec=7", try Self.disk())
        #expect(limited.element.first("iotune")?.first("total_bytes_sec")?.text == "5000")
        let less = try Self.changed("iotune.total_bytes_sec=0", limited)
        #expect(less.element.first("iotune")?.first("total_bytes_sec") == nil)
        #expect(less.element.first("iotune")?.first("read_iops_sec")?.text == "7")
        #expect(try Self.changed("read_iops_sec=0", less).element.first("iotune") == nil)
    }

    @Test(
        arguments: [
            "path=/b", "/b", "size=20", "vol=default/b", "pool=default", "format=raw", "target=vdb", "device=cdrom",
        ])
    func whatMakesItAnotherDiskIsRefused(_ text: String) {
        #expect(throws: Failure.self) { try DiskOption.changes(parsing: text, in: Self.context) }
    }

    private static func card(_ rest: String = "") throws -> Interface {
        Interface(
            element: try XMLElement(
                parsing: """
                    <interface type='network'><mac address='52:54:00:00:00:01'/>
                    <source network='default' portid='x'/><model type='virtio'/>\(rest)</interface>
                    """))
    }

    private static func changed(
        _ text: String, _ card: Interface, source: Interface.Source? = nil
    ) throws -> Interface {
        var card = card
        try NetworkOption.changes(parsing: text, in: context).change(&card, source: source)
        return card
    }

    @Test func anInterfaceNeedNotSayWhatItIsConnectedTo() throws {
        let after = try Self.changed("link=down,mtu=1400", try Self.card())
        #expect(after.linkState == .down && after.mtu == 1400)
        #expect(after.source == .network("default") && after.model == .virtio)
        let moved = try Self.changed("bridge=br0", after, source: .bridge("br0"))
        #expect(moved.source == .bridge("br0") && moved.linkState == .down)
        #expect(moved.element.first("source")?["portid"] == nil)
    }

    @Test func bandwidthIsChangedDirectionByDirection() throws {
        let limited = try Self.changed("bandwidth.inbound.average=100,bandwidth.inbound.peak=200", try Self.card())
        #expect(limited.inbound?.average == 100 && limited.inbound?.peak == 200 && limited.outbound == nil)
        let both = try Self.changed("bandwidth.outbound.average=50", limited)
        #expect(both.inbound?.average == 100 && both.outbound?.average == 50)
        #expect(both.outbound?.element.name == "outbound")
        let less = try Self.changed("bandwidth.inbound.average=0", both)
        #expect(less.inbound == nil && less.outbound?.average == 50)
        #expect(throws: Failure.self) { try Self.changed("bandwidth.inbound.peak=5", try Self.card()) }
    }

    @Test func vlansTakeThePlaceOfThoseBefore() throws {
        let once = try Self.changed("vlan.tag0.id=5", try Self.card())
        let twice = try Self.changed("vlan.tag0.id=6", once)
        #expect(twice.vlanTags == [6] && twice.element.elements(named: "vlan").count == 1)
    }

    @Test func whatAGuestNeedNotKnowChangesWhileItRuns() throws {
        let option = try NetworkOption.changes(
            parsing: "link=up,model=e1000e,mac=52:54:00:00:00:02,bridge=br0,bandwidth.inbound.average=5",
            in: Self.context)
        #expect(
            option.livePart.changedParts.sorted() == ["bandwidth.inbound.average=5", "bridge=br0", "link.state=up"])
        #expect(option.changedParts.contains("model=e1000e"))
    }
}
