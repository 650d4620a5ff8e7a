import Libvirt
import LibvirtXML
import Testing

@testable import RoostCore

@Suite struct PoolTests {
    @Test func aPoolIsMadeListedStoppedAndForgotten() async throws {
        let host = try await TestHost.host()
        let pool = try await host.createPool(PoolRequest(name: "fast", source: .directory(path: "/fast//disks/")))
        let row = try #require(try await host.poolList(["fast"]).first)
        #expect(row.path == "/fast/disks")
        #expect(row.active && row.autostart && row.persistent && row.type == "dir")
        try await pool.stop()
        #expect(try await host.poolList(["fast"]).first?.active == false)
        try await pool.delete(try await pool.deletion(files: false))
        #expect(try await host.pools().map(\.name) == ["images"])
        await host.close()
    }

    @Test func aTakenNameOrDirectoryIsRefusedBeforeAnythingIsMade() async throws {
        let host = try await TestHost.host()
        for request in [
            PoolRequest(name: "images", source: .directory(path: "/else")),
            PoolRequest(name: "second", source: .directory(path: "/images/")),
        ] {
            let error = await #expect(throws: Failure.self) { try await host.createPool(request) }
            #expect(error?.kind == .exists)
        }
        #expect(try await host.pools().count == 1)
        await host.close()
    }

    @Test(arguments: [
        ("", "/a"), ("a/b", "/a"), ("-a", "/a"), ("a", "relative"), ("a", "/x\ny"), ("a\u{7}", "/a"),
    ])
    func malformedRequestsAreRefused(_ name: String, _ path: String) async throws {
        let host = try await TestHost.host()
        let error = await #expect(throws: Failure.self) {
            try await host.createPool(PoolRequest(name: name, source: .directory(path: path)))
        }
        #expect(error?.kind == .usage)
        await host.close()
    }

    @Test func anUnknownPoolListsTheKnownOnes() async throws {
        let host = try await TestHost.host()
        let error = await #expect(throws: Failure.self) { try await host.pool("backup") }
        #expect(error?.kind == .notFound)
        #expect(error?.remedy == "Known pools: images")
        await host.close()
    }

    @Test func volumesAreMadeResizedAndDeleted() async throws {
        let host = try await TestHost.host()
        let pool = try await host.pool("images")
        let made = try await pool.createVolume(VolumeRequest(name: "a.raw", size: 1 << 20, format: .raw))
        #expect(try await made.summary().capacity == 1 << 20)
        let taken = await #expect(throws: Failure.self) {
            try await pool.createVolume(VolumeRequest(name: "a.raw", size: 1 << 20, format: .raw))
        }
        #expect(taken?.kind == .exists)
        let smaller = await #expect(throws: Failure.self) { try await made.resize(to: 1 << 19) }
        #expect(smaller?.remedy?.contains("--shrink") == true)
        try await made.delete(try await host.storageUsers())
        let gone = await #expect(throws: Failure.self) { try await host.volume(VolumeAddress("images/a.raw")) }
        #expect(gone?.kind == .notFound)
        await host.close()
    }

    @Test func aPoolWithoutRoomRefusesWhatMustBeAllocated() async throws {
        let host = try await TestHost.host()
        let pool = try await host.pool("images")
        let error = await #expect(throws: Failure.self) {
            try await pool.createVolume(
                VolumeRequest(name: "big", size: 1 << 60, format: .raw, preallocation: .full))
        }
        #expect(error?.kind == .resources)
        await host.close()
    }

    /// df's number, not libvirt's, which holds root's reserve as well.
    @Test func freeSpaceIsThatOfOrdinaryUsersWhereThePoolIsADirectoryHere() async throws {
        let host = try await TestHost.host()
        let pool = try await host.pool("images")
        func free(_ type: String, _ path: String) throws -> UInt64 {
            pool.free(
                1 << 60,
                try LibvirtXML.StoragePool(
                    parsing: "<pool type='\(type)'><name>a</name><target><path>\(path)</path></target></pool>"))
        }
        #expect(try free("dir", "/") < 1 << 60)
        #expect(try free("logical", "/") == 1 << 60)
        #expect(try free("dir", "/nowhere/at/all") == 1 << 60)
        await host.close()
    }

    @Test func aStoppedPoolNamesTheCommandThatStartsIt() async throws {
        let host = try await TestHost.host()
        let pool = try await host.pool("images")
        try await pool.stop()
        let error = await #expect(throws: Failure.self) { try await pool.volumes() }
        #expect(error?.kind == .state)
        #expect(error?.remedy == "roost pool start images")
        await host.close()
    }
}
