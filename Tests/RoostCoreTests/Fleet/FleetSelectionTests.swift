import Testing

@testable import RoostCore

@Suite struct FleetSelectionTests {
    /// Hosts `a` and `b`, which both have a web1.
    private func world() async throws -> FleetWorld {
        let world = try FleetWorld()
        try await world.add("a", ["web1", "db"], volumes: ["one", "both"])
        try await world.add("b", ["web1", "web2"], volumes: ["both"])
        return world
    }

    private func labels(_ fleet: Fleet, _ texts: String...) async throws -> [String] {
        try await fleet.select(texts, of: Machine.self).complete().map(\.label)
    }

    @Test func aHostInFrontOfTheNameGoesBeforeTheOption() async throws {
        let world = try await world()
        #expect(try await labels(world.fleet("b"), "a/web1") == ["a/web1"])
        #expect(world.connections == ["a": 1])
        #expect(try await labels(world.fleet("b"), "a/web1", "web1") == ["a/web1", "b/web1"])
        #expect(try await labels(world.fleet("b"), "web1") == ["web1"])
        #expect(try await labels(world.fleet(), "a/db", "b/web*") == ["a/db", "b/web1", "b/web2"])
    }

    @Test func aBareNameMustBeOnOneHostOnly() async throws {
        let world = try await world()
        let fleet = world.fleet(all: true)
        #expect(try await labels(fleet, "db", "web2") == ["a/db", "b/web2"])
        let failure = await expectFailure(.usage) { _ = try await labels(fleet, "web1") }
        #expect(failure?.remedy == "Name one of: a/web1, b/web1")
        let missing = await expectFailure(.notFound) { _ = try await labels(fleet, "wbe2") }
        #expect(missing?.what.contains("2 hosts") == true && missing?.remedy?.contains("web2") == true)
        // However often it was asked.
        #expect(world.connections == ["a": 1, "b": 1])
    }

    @Test func aNameGoesBeforeANumberOnAnyHost() async throws {
        let world = try FleetWorld()
        try await world.add("a", ["x", "y"])
        try await world.add("b", ["1", "z"])
        #expect(try await labels(world.fleet(all: true), "1") == ["b/1"])
        await expectFailure(.usage) { _ = try await labels(world.fleet(all: true), "2") }
    }

    @Test func aPatternMeansAllOfThem() async throws {
        let fleet = try await world().fleet(all: true)
        #expect(try await labels(fleet, "web*") == ["a/web1", "b/web1", "b/web2"])
        #expect(try await labels(fleet, "web*", "b/web*") == ["a/web1", "b/web1", "b/web2"])
        await expectFailure(.notFound) { _ = try await labels(fleet, "x*") }
    }

    @Test func unknownHostsAreNamed_andTheRestIsDone() async throws {
        let world = try await world()
        let selection = try await world.fleet().select(["c/web1", "a/web1", "a/nope"], of: Machine.self)
        #expect(selection.items.map(\.label) == ["a/web1"])
        #expect(selection.failures.map(\.kind) == [.notFound, .notFound])
        #expect(selection.failures[0].what == "There is no host 'c'")
        #expect(selection.failures[1].what == "There is no machine 'nope' on a")
    }

    @Test func whereAHostIsSilentABareNameIsNotGuessed() async throws {
        let world = try await world()
        let silent = try await world.addSilent("mute")
        let fleet = world.fleet(all: true)
        let one = try await fleet.select(["db"], of: Machine.self)
        #expect(one.items.isEmpty && one.failures.first?.remedy == "Name it a/db.")
        let all = try await fleet.select(["web*"], of: Machine.self)
        #expect(all.items.map(\.label) == ["a/web1", "b/web1", "b/web2"])
        #expect(all.failures.map(\.kind) == [.unreachable])
        silent.end()
    }

    @Test func messagesNameTheHostWhereSeveralAreInPlay() async throws {
        let world = try await world()
        let fleet = world.fleet(all: true)
        let failure = await #expect(throws: PartialFailure.self) {
            try await fleet.forEachMachine(["web*", "db"]) { try await $0.start() }
        }
        #expect(
            failure?.failures.map(\.what).sorted() == [
                "a/db is running already", "a/web1 is running already", "b/web1 is running already",
                "b/web2 is running already",
            ])
        let single = await #expect(throws: PartialFailure.self) {
            try await world.fleet("a").forEachMachine(["db"]) { try await $0.start() }
        }
        #expect(single?.failures.map(\.what) == ["db is running already"])
    }

    @Test func networksAndPoolsHaveHostsToo() async throws {
        let fleet = try await world().fleet(all: true)
        #expect(try await fleet.one("b/default", of: VirtualNetwork.self).label == "b/default")
        await expectFailure(.usage) { _ = try await fleet.one("images", of: Pool.self) }
        #expect(try await fleet.select(["ima*"], of: Pool.self).items.map(\.label) == ["a/images", "b/images"])
    }

    @Test func volumesAreFoundOnTheirHost() async throws {
        let world = try await world()
        let fleet = world.fleet(all: true)
        #expect(try await fleet.volume("images/one", pool: nil).address == "a/images/one")
        #expect(try await fleet.volume("one", pool: "images").address == "a/images/one")
        #expect(try await fleet.volume("b/images/both", pool: nil).address == "b/images/both")
        #expect(try await fleet.volume("b//images/both", pool: nil).address == "b/images/both")
        #expect(try await world.fleet("b").volume("/images/both", pool: nil).address == "images/both")
        let failure = await expectFailure(.usage) { _ = try await fleet.volume("images/both", pool: nil) }
        #expect(failure?.remedy == "Name one of: a/images/both, b/images/both")
        await expectFailure(.notFound) { _ = try await fleet.volume("images/none", pool: nil) }
        let volume = try await fleet.volume("b/images/both", pool: nil)
        #expect(try volume.sibling("copy").description == "images/copy")
        #expect(try volume.sibling("b/images/copy").description == "images/copy")
        #expect(throws: Failure.self) { try volume.sibling("a/images/copy") }
    }

    @Test func whatIsMadeGoesToOneHost() async throws {
        let world = try await world()
        await expectFailure(.usage) { _ = try await world.fleet("a", "b").host() }
        let fleet = world.fleet("a", "b")
        #expect(try await fleet.host(for: fleet.split("b/new", .item)).name == "b")
        await expectFailure(.usage) { _ = try await fleet.host(for: fleet.split("new", .item)) }
    }

    @Test(arguments: [
        ("web1", HostedName.Form.item, nil, "web1"), ("a/web1", .item, "a", "web1"), ("/web1", .item, nil, "/web1"),
        ("pool/v", .volume, nil, "pool/v"), ("a/pool/v", .volume, "a", "pool/v"), ("a//x/y", .volume, "a", "/x/y"),
        ("/x/y", .volume, nil, "/x/y"), ("test:///f.xml/web1", .item, "test:///f.xml", "web1"),
    ])
    func theHostInFrontIsFound(_ text: String, _ form: HostedName.Form, _ host: String?, _ name: String) {
        let hosted = HostedName(text, form, chosen: ["test:///f.xml"])
        #expect(hosted.host == host && hosted.name == name)
    }

    @Test func deletionsAreGroupedByHost() async throws {
        let fleet = try await world().fleet(all: true)
        let groups = try await fleet.select(["b/web1", "db", "web2"], of: Machine.self).byHost
        #expect(groups.map(\.host.name) == ["b", "a"])
        #expect(groups.map { $0.items.map(\.name) } == [["web1", "web2"], ["db"]])
    }
}
