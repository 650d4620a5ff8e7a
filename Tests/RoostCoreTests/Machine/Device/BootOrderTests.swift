import LibvirtXML
import Testing

@testable import RoostCore

@Suite struct BootOrderTests {
    private static func domain() throws -> Domain {
        try Domain(
            parsing: """
                <domain type='kvm'><name>web1</name><os><type>hvm</type><boot dev='hd'/><boot dev='network'/></os><devices>
                <disk type='file' device='disk'><target dev='vda' bus='virtio'/><boot order='4'/></disk>
                <disk type='file' device='disk'><target dev='vdb' bus='virtio'/></disk>
                <disk type='file' device='cdrom'><target dev='sda' bus='sata'/></disk>
                <interface type='network'><mac address='52:54:00:AB:00:01'/><source network='default'/></interface>
                </devices></domain>
                """)
    }

    private static func orders(_ words: [String]) throws -> [UInt?] {
        var domain = try domain()
        try BootOrder(words, of: "web1", "web1").apply(to: &domain)
        #expect(domain.os.bootDevices.isEmpty)
        return domain.devices.disks.map(\.bootOrder) + domain.devices.interfaces.map(\.bootOrder)
    }

    @Test func devicesAreNamedAndTheOthersAreNotTried() throws {
        #expect(try Self.orders(["sda", "vdb"]) == [nil, 2, 1, nil])
        #expect(try Self.orders(["52:54:00:ab:00:01", "vda"]) == [2, nil, nil, 1])
        #expect(try Self.orders([]) == [nil, nil, nil, nil])
    }

    @Test func aKindMeansAllOfItThatAreNotNamedBefore() throws {
        #expect(try Self.orders(["vdb", "hd", "network", "cdrom"]) == [2, 1, 4, 3])
    }

    @Test func whatIsNotThereAndWhatIsThereTwiceIsRefused() throws {
        #expect(throws: Failure.self) { try Self.orders(["vdz"]) }
        #expect(throws: Failure.self) { try Self.orders(["vda", "vda"]) }
    }
}
