import LibvirtXML
import Testing

@testable import RoostCore

@Suite struct HostFileRuleTests {
    private static let store = "/var/lib/libvirt/roost-images"
    private let rule = HostFileRule(pools: [
        Self.pool("default", "/images/"), Self.pool(Host.imagePoolName, Self.store),
    ])

    private static func pool(_ name: String, _ path: String) -> PoolSummary {
        PoolSummary(
            name: name, uuid: "", host: "h", type: "dir", active: true, autostart: true, persistent: true, path: path,
            capacity: 0, allocation: 0, available: 0)
    }

    /// The header of a qcow2 image, with other bytes put into it.
    private static func qcow2(backing: String? = nil, _ parts: [(Int, [UInt8])] = []) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: 4096)
        var all: [(Int, [UInt8])] = [(0, [0x51, 0x46, 0x49, 0xFB, 0, 0, 0, 3]), (23, [16]), (103, [104])]
        if let backing {
            let name = Array(backing.utf8)
            all += [
                (104, [0xE2, 0x79, 0x2A, 0xCA, 0, 0, 0, 3]), (112, Array("raw".utf8)), (14, [2]),
                (19, [UInt8(name.count)]), (512, name),
            ]
        }
        for (offset, part) in all + parts { bytes.replaceSubrange(offset..<offset + part.count, with: part) }
        return bytes
    }

    private func isAllowed(_ head: [UInt8], stated: String?, at path: String? = "/images/a") -> Bool {
        do throws(Failure) {
            _ = try rule.judge(head, stated: stated, path: path, called: "default/a")
            return true
        } catch {
            #expect(error.kind == .permission)
            #expect(error.remedy?.contains("administrator") == true)
            return false
        }
    }

    @Test func whatLeadsNowhereIsADisk() {
        #expect(isAllowed([], stated: "raw"))
        #expect(isAllowed(Array("anything".utf8), stated: "raw"))
        #expect(isAllowed([UInt8](repeating: 0, count: 32769) + Array("CD001".utf8), stated: "raw"))
        #expect(isAllowed(Self.qcow2(), stated: "qcow2"))
        #expect(isAllowed(Self.qcow2(), stated: nil))
    }

    /// What a guest wrote into a raw disk is not read as an image, nor is an image handed to a guest as it lies there.
    @Test func theContentIsWhatTheDiskIsSaidToBe() {
        #expect(!isAllowed(Self.qcow2(), stated: "raw"))
        #expect(!isAllowed(Array("anything".utf8), stated: "qcow2"))
        #expect(!isAllowed(Array("anything".utf8), stated: "vmdk"))
    }

    @Test(arguments: ["KDMV", "# Disk DescriptorFile\nRW 2048 FLAT \"/etc/shadow\"", "conectix", "vhdxfile", "QED\0"])
    func otherFormatsAreRefused(_ start: String) {
        for stated in [nil, "raw", "vmdk", "qed"] { #expect(!isAllowed(Array(start.utf8), stated: stated)) }
    }

    @Test func formatsWithoutPlainTextAreRefused() {
        #expect(!isAllowed(Array("LUKS".utf8) + [0xBA, 0xBE, 0, 1], stated: "raw"))
        let vdi = [UInt8](repeating: 0, count: 64) + [0x7F, 0x10, 0xDA, 0xBE]
        #expect(!isAllowed(vdi, stated: "vdi") && !isAllowed(vdi, stated: "raw"))
        // qcow, the first of its kind.
        #expect(!isAllowed(Self.qcow2([(7, [1])]), stated: nil))
    }

    @Test func qcow2ThatIsNotWholeOrKeepsItsDataElsewhere() {
        #expect(!isAllowed(Self.qcow2([(7, [4])]), stated: "qcow2"))
        #expect(!isAllowed(Array(Self.qcow2().prefix(60)), stated: "qcow2"))
        #expect(!isAllowed(Self.qcow2([(79, [4])]), stated: "qcow2"))
        // It stands on something whose name lies nobody knows where.
        #expect(!isAllowed(Self.qcow2([(8, [1])]), stated: "qcow2"))
    }

    @Test(arguments: [
        "/etc/shadow", "/images/b", "b", "nbd://10.0.0.1/x", "json:{}", "../roost-images/x",
        "\(store)/../x", "\(store)/a/b", "\(store)/..", "\(store)/",
    ])
    func qcow2StandsOnNoOtherFile(_ backing: String) {
        #expect(!isAllowed(Self.qcow2(backing: backing), stated: "qcow2"))
        guard backing != "b" else { return }
        #expect(!isAllowed(Self.qcow2(backing: backing), stated: "qcow2", at: "\(Self.store)/a"))
    }

    @Test func qcow2StandsOnImagesOfTheStore() throws {
        let image = "\(Self.store)/debian-12@0123456789ab.qcow2"
        let (format, below) = try rule.judge(Self.qcow2(backing: image), stated: "qcow2", path: nil, called: "a")
        #expect(format == "qcow2" && below == .init(path: image, format: "raw"))
        let beside = try rule.judge(Self.qcow2(backing: "b"), stated: nil, path: "\(Self.store)/a", called: "a")
        #expect(beside.below?.path == "\(Self.store)/b")
        // Without a store there is nothing to stand on.
        let bare = HostFileRule(pools: [Self.pool("default", "/images")])
        #expect(throws: Failure.self) {
            try bare.judge(Self.qcow2(backing: image), stated: "qcow2", path: nil, called: "a")
        }
    }

    @Test func noMachineWritesIntoTheStore() throws {
        var disk = LibvirtXML.Disk(source: .file("\(Self.store)/a.raw"), target: "vda", bus: "virtio", format: .raw)
        #expect(throws: Failure.self) { try rule.checkStore([disk], new: []) }
        disk.readOnly = true
        try rule.checkStore([disk], new: [])
        disk = LibvirtXML.Disk(
            source: .volume(pool: Host.imagePoolName, name: "a"), target: "vda", bus: "virtio", format: .raw)
        #expect(throws: Failure.self) { try rule.checkStore([disk], new: []) }
        disk = LibvirtXML.Disk(source: .file("/images/a.raw"), target: "vda", bus: "virtio", format: .raw)
        try rule.checkStore([disk], new: [])
        let new = NewVolume(
            location: .pool(Host.imagePoolName), name: "a", path: nil, capacity: 1, format: "raw", isSparse: true,
            target: "vda")
        #expect(throws: Failure.self) { try rule.checkStore([], new: [new]) }
    }

    /// libvirt looks into no file whose layers are all written down.
    @Test func whatWasSeenIsWrittenDown() {
        let disk = LibvirtXML.Disk(source: .file("/images/a"), target: "vda", bus: "virtio")
        let alone = disk.pinned(to: [ImageLayer(path: "/images/a", format: "qcow2")])
        #expect(alone.driverName == "qemu" && alone.format == .qcow2)
        #expect(alone.backingStore == .end && alone.backingChain.isEmpty)

        let standing = disk.pinned(to: [
            ImageLayer(path: "/images/a", format: "qcow2"), ImageLayer(path: "/images/b", format: "qcow2"),
            ImageLayer(path: "/dev/vg/c", format: "raw"),
        ])
        #expect(standing.backingChain.map(\.source) == [.file("/images/b"), .block("/dev/vg/c")])
        #expect(standing.backingChain.map(\.format) == [.qcow2, .raw])
        #expect(standing.backingChain.last?.backingStore == .end)
        #expect(disk.pinned(to: []) == disk)
    }

    @Test func theRemedyNamesWhatWorks() {
        #expect(rule.refusal("--disk", "/etc/shadow").remedy?.contains("vol=POOL/VOLUME") == true)
    }
}
