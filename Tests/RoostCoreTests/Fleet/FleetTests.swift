import Testing

@testable import RoostCore

@Suite struct FleetTests {
    private func names(_ host: Host) async throws(Failure) -> [String] { try await host.machineList().map(\.name) }

    @Test func allHostsAreAskedByOneConnectionEach() async throws {
        let world = try FleetWorld()
        for name in ["c", "a", "b"] { try await world.add(name, ["web-\(name)", "db"]) }
        let answers = try await world.fleet(all: true).ask(names)
        #expect(answers.values.map(\.host) == ["c", "a", "b"])
        #expect(answers.values.map(\.value) == [["db", "web-c"], ["db", "web-a"], ["db", "web-b"]])
        #expect(world.connections == ["a": 1, "b": 1, "c": 1])
        // Named in any order, they come as the file has them.
        #expect(try await world.fleet("b", "c", "b").ask(names).values.map(\.host) == ["c", "b"])
    }

    @Test func aHostThatNeverAnswersIsTold_andTheOthersAre() async throws {
        let world = try FleetWorld()
        try await world.add("a", ["web1"])
        let silent = try await world.addSilent("mute")
        try await world.add("b", ["web2"])
        try await world.file.add(HostEntry(name: "gone", place: .uri(HostURI("test:///nowhere.xml"))))
        let answers = try await world.fleet(all: true).ask(names)
        silent.end()
        #expect(answers.answers.map(\.host) == ["a", "mute", "b", "gone"])
        #expect(answers.values.map(\.value) == [["web1"], ["web2"]])
        #expect(answers.failed.map(\.failure.kind) == [.unreachable, .unreachable])
        let failure = #expect(throws: PartialFailure.self) { try answers.check() }
        #expect(failure?.kind == .partial && failure?.attempted == 4)
        #expect(failure?.failures.allSatisfy { $0.what.contains("mute") || $0.what.contains("gone") } == true)
    }

    @Test func manyHostsAreAskedAFewAtATime() async throws {
        let world = try FleetWorld()
        for index in 0..<40 { try await world.add("h\(index)", ["m"]) }
        let meter = Meter()
        let answers = try await world.fleet(all: true).ask { host throws(Failure) in
            await meter.enter()
            // Everybody who may be in at the same time is.
            for _ in 0..<50 { await Task.yield() }
            await meter.leave()
            return host.name
        }
        #expect(answers.values.map(\.value) == (0..<40).map { "h\($0)" })
        #expect(await meter.most <= Fleet.breadth)
    }

    @Test func oneHostFailsAsEver() async throws {
        let world = try FleetWorld()
        try await world.file.add(HostEntry(name: "gone", place: .uri(HostURI("test:///nowhere.xml"))))
        await expectFailure(.unreachable) { _ = try await world.fleet("gone").ask(names) }
        await expectFailure(.unreachable) { _ = try await world.fleet("gone").select(["x"], of: Machine.self) }
        await expectFailure(.usage) { _ = try world.fleet(all: false).locator.target("no such host") }
        await expectFailure(.usage) { _ = try await FleetWorld().fleet(all: true).ask(names) }
    }

    @Test func questionsComeOneAfterTheOtherAndOnlyWhereSomebodyIs() async throws {
        for canAsk in [true, false] {
            let world = try FleetWorld(guarded: ["b", "d"])
            for name in ["a", "b", "c", "d"] {
                try await world.add(name, ["m"])
                guard ["b", "d"].contains(name) else { continue }
                try await world.file.add(
                    HostEntry(name: name, place: HostEntry.place("\(name).example")), replacing: true)
            }
            let answers = try await world.fleet(all: true, canAsk: canAsk).ask(names)
            #expect(answers.values.map(\.host) == (canAsk ? ["a", "b", "c", "d"] : ["a", "c"]))
            let asked = world.asked.filter { $0.questions == .allowed }.map(\.host)
            #expect(asked == (canAsk ? ["b", "d"] : []))
        }
    }

    @Test func rowsCanBeNamedWithTheirHost() async throws {
        let world = try FleetWorld()
        try await world.add("a", ["web1", "db"])
        try await world.add("b", ["web1", "web2"])
        func rows(_ fleet: Fleet, _ names: String...) async throws -> [String] {
            let answers = try await fleet.ask(names: names) { host, names throws(Failure) in
                try await host.namedMachines(MachineFilter(names: names))
            }
            try answers.check()
            return answers.values.flatMap { host, rows in rows.map { "\(host)/\($0.name)" } }
        }
        #expect(try await rows(world.fleet(all: true), "web*") == ["a/web1", "b/web1", "b/web2"])
        #expect(try await rows(world.fleet(all: true), "db") == ["a/db"])
        #expect(try await rows(world.fleet("b"), "a/web*", "web2") == ["b/web2", "a/web1"])
        #expect(try await rows(world.fleet("b"), "a/db") == ["a/db"])
        await #expect(throws: PartialFailure.self) { try await rows(world.fleet(all: true), "dbx") }
        await expectFailure(.notFound) { _ = try await rows(world.fleet("b"), "db") }
        await expectFailure(.notFound) { _ = try await rows(world.fleet("b"), "x/db") }
    }

    private actor Meter {
        private var inside = 0
        private(set) var most = 0

        func enter() {
            inside += 1
            most = max(most, inside)
        }

        func leave() { inside -= 1 }
    }
}
