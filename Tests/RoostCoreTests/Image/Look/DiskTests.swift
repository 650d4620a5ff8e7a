import Testing

@testable import RoostCore

@Suite struct DiskTests {
    private let table = #"""
        {"partitiontable": {"label": "gpt", "id": "X", "device": "/run/d0", "unit": "sectors", "sectorsize": 512, "partitions": [
          {"node": "/run/d0p1", "start": 2048, "size": 4096, "type": "C12A7328-F81F-11D2-BA4B-00A0C93EC93B", "uuid": "AB", "name": "esp"},
          {"node": "/run/d0p2", "start": 6144, "size": 99999999999, "type": "83"},
          {"node": "/run/d0p3", "start": 18446744073709551615, "size": 1, "type": "83"},
          {"node": "/run/d0p4", "start": 8192, "size": 0, "type": "83"},
          {"node": "/run/d0p14", "start": 8192, "size": 1, "type": "83"}]}}
        """#

    @Test func partitionsOutsideTheDiskAreLeftOut() throws {
        let found = try #require(PartitionTable(json: Array(table.utf8), device: "/run/d0", size: 8 << 20))
        #expect(found.kind == "gpt")
        #expect(found.partitions.map(\.number) == [1, 14])
        #expect(found.partitions[0].offset == 1 << 20)
        #expect(found.partitions[0].size == 2 << 20)
        #expect(found.partitions[0].name == "esp")
    }

    @Test func whatIsNoTableIsNone() {
        #expect(PartitionTable(json: Array("sfdisk: no".utf8), device: "/run/d0", size: 1) == nil)
        #expect(PartitionTable(json: [], device: "/run/d0", size: 1) == nil)
    }

    @Test func aHugeTableIsCut() throws {
        let rows = (1...2000).map { #"{"node": "/run/d0p\#($0)", "start": 1, "size": 1, "type": "83"}"# }
        let text = #"{"partitiontable": {"label": "gpt", "partitions": [\#(rows.joined(separator: ","))]}}"#
        let found = try #require(PartitionTable(json: Array(text.utf8), device: "/run/d0", size: 1 << 20))
        #expect(found.partitions.count == 256)
    }

    @Test func aSignatureIsRead() {
        let found = Signature("DEVNAME=/run/d0\nLABEL=my\\ root\nUUID=16675366-a29d\nTYPE=ext4\nUSAGE=filesystem\n")
        #expect(found.type == "ext4")
        #expect(found.label == "my root")
        #expect(found.uuid == "16675366-a29d")
        #expect(found.reader == .fuse2fs)
        #expect(Signature("TYPE=xfs").reader == .grubMount)
        #expect(Signature("TYPE=crypto_LUKS").reader == nil)
        #expect(Signature("").type == nil)
    }

    private let group = """
        vg-0 {
        id = "x"
        seqno = 3
        status = ["RESIZEABLE", "READ", "WRITE"]
        extent_size = 8192\t\t# 4 Megabytes
        physical_volumes {
        pv0 { id = "y"
        pe_start = 2048
        pe_count = 100 } }
        logical_volumes {
        root { status = ["READ", "WRITE", "VISIBLE"]
        segment_count = 1
        segment1 { start_extent = 0
        extent_count = 10
        type = "striped"
        stripe_count = 1\t# linear
        stripes = [ "pv0", 5 ] } }
        split { status = ["READ", "WRITE", "VISIBLE"]
        segment_count = 2
        segment1 { extent_count = 1 } }
        hidden { status = ["READ"] segment_count = 1 }
        } }
        contents = "Text Format Volume Group"
        version = 1
        """

    @Test func aVolumeGroupIsRead() throws {
        let old = group.replacing("seqno = 3", with: "seqno = 2").replacing(
            "extent_count = 10", with: "extent_count = 1")
        let head = [UInt8](repeating: 0, count: 512) + Array(old.utf8) + [0, 0] + Array(group.utf8) + [0]
        let found = try #require(LVMGroup(head))
        #expect(found.name == "vg-0")
        #expect(
            found.volumes == [
                .init(name: "root", offset: 1 << 20 + 5 * (4 << 20), size: 10 * (4 << 20))
            ])
        #expect(found.others == ["split"])
    }

    @Test(arguments: ["", "{", "a {", "a = [", "a = ", "} } }", "seqno = 1", String(repeating: "a {", count: 10_000)])
    func whatIsNoVolumeGroupIsNone(text: String) {
        #expect(LVMGroup(Array((text + "\ncontents = \"Text Format Volume Group\"\n").utf8)) == nil)
    }

    @Test func mountsAreFoundByEveryName() {
        var root = DiskPart(name: "vg-0/root", disk: 0, offset: 0, size: 1)
        root.uuid = "AAAA-1"
        var boot = DiskPart(name: "vda2", disk: 0, offset: 0, size: 1)
        boot.label = "BOOT"
        boot.tableUUID = "ABCD"
        let parts = [root, boot]
        #expect(MountTable.part("UUID=aaaa-1", among: parts) == 0)
        #expect(MountTable.part("/dev/mapper/vg--0-root", among: parts) == 0)
        #expect(MountTable.part("/dev/vg-0/root", among: parts) == 0)
        #expect(MountTable.part("LABEL=\"BOOT\"", among: parts) == 1)
        #expect(MountTable.part("PARTUUID=abcd", among: parts) == 1)
        #expect(MountTable.part("/dev/sda2", among: parts) == 1)
        #expect(MountTable.part("/dev/xvda2", among: parts) == 1)
        #expect(MountTable.part("tmpfs", among: parts) == nil)
        #expect(MountTable.part("/dev/sdb2", among: parts) == nil)
    }

    @Test func aTableOfMountsIsRead() {
        let table = MountTable(
            """
            # comment
            UUID=1 / ext4 defaults 0 1
            UUID=2\t/boot/efi vfat defaults
            UUID=3 /boot ext4
            UUID=4 /my\\040home btrfs rw,subvol=/@home 0 0
            proc none
            """)
        #expect(table.entries.map(\.place) == ["/boot", "/my home", "/boot/efi"])
        #expect(table.entries[1].subvolume == "/@home")
    }
}
