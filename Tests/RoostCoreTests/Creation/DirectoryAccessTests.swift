import Testing

@testable import RoostCore

@Suite struct DirectoryAccessTests {
    private static let account = DirectoryAccess.Account(user: 64055, groups: [104, 36], name: "libvirt-qemu")

    /// Directories by path: mode, owner, group.
    private static func access(
        _ directories: [String: (UInt16, UInt32, UInt32)], lists: [String: [UInt8]] = [:]
    ) -> DirectoryAccess {
        DirectoryAccess(
            account: account,
            look: { path in
                guard let (mode, owner, group) = directories[path] else { return .missing }
                return .found(LocalStatus(kind: .directory, mode: mode, owner: owner, group: group, size: 0))
            }, accessList: { lists[$0] })
    }

    /// An access list: tag, bits, number.
    private static func list(_ entries: [(UInt8, UInt8, UInt32)]) -> [UInt8] {
        entries.reduce([2, 0, 0, 0]) { bytes, entry in
            bytes + [entry.0, 0, entry.1, 0] + (0..<4).map { UInt8(truncatingIfNeeded: entry.2 >> ($0 * 8)) }
        }
    }

    @Test func theFirstClosedDirectoryIsNamed() {
        let access = Self.access(["/": (0o755, 0, 0), "/home": (0o755, 0, 0), "/home/me": (0o700, 1000, 1000)])
        #expect(access.blocking("/home/me/images/web1.qcow2") == "/home/me")
        #expect(access.blocking("/home/web1.qcow2") == nil)
    }

    @Test(arguments: [
        (0o711 as UInt16, 0 as UInt32, 0 as UInt32, true), (0o700, 64055, 0, true), (0o011, 64055, 0, false),
        (0o710, 0, 36, true), (0o701, 0, 36, false), (0o770, 0, 5, false),
    ])
    func bits(_ mode: UInt16, _ owner: UInt32, _ group: UInt32, _ passes: Bool) {
        let access = Self.access(["/": (0o755, 0, 0), "/d": (mode, owner, group)])
        #expect((access.blocking("/d/disk") == nil) == passes)
    }

    @Test func accessLists() {
        // What setfacl -m u:libvirt-qemu:x makes of a directory of mode 700: the mask shows in the group's bits.
        let opened = Self.list([(1, 7, .max), (2, 1, 64055), (4, 0, .max), (0x10, 1, .max), (0x20, 0, .max)])
        let masked = Self.list([(1, 7, .max), (2, 1, 64055), (4, 0, .max), (0x10, 0, .max), (0x20, 0, .max)])
        let byGroup = Self.list([(1, 7, .max), (4, 0, .max), (8, 1, 36), (0x10, 1, .max), (0x20, 0, .max)])
        for (list, passes) in [(opened, true), (masked, false), (byGroup, true), ([], false)] {
            let access = Self.access(["/": (0o755, 0, 0), "/d": (0o710, 0, 0)], lists: ["/d": list])
            #expect((access.blocking("/d/disk") == nil) == passes)
        }
    }

    @Test func rootPassesEverywhere() {
        var access = Self.access(["/": (0, 5, 5)])
        #expect(access.blocking("/disk") == "/")
        access = DirectoryAccess(account: .init(user: 0, groups: [], name: "root"), look: access.look)
        #expect(access.blocking("/disk") == nil)
    }
}
