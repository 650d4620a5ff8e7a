import Foundation
import TerminalOutput
import Testing

@testable import RoostClient
@testable import RoostCore

struct ServerSiteTests {
    private static func json(_ value: some Encodable) throws -> String { try OutputFormat.json.render(value) { "" } }

    @Test func whatIsListedAndShownIsTheSameAsFromTheHosts() async throws {
        try await ClientWorld.run { world in
            let (site, fleet) = (try await world.site(), world.fleet)
            // The test driver counts neither processors nor memory in bulk; the server reads them from the descriptions.
            func plain(_ answers: FleetAnswers<[MachineSummary]>) throws -> String {
                try Self.json(
                    answers.values.flatMap { $0.value }.map { row in
                        var row = row
                        (row.vcpus, row.memory, row.maximumMemory) = (nil, nil, nil)
                        return row
                    })
            }
            for filter in [
                MachineFilter(), MachineFilter(names: ["m1", "m2"]), MachineFilter(names: ["m*"], tags: ["t1"]),
                MachineFilter(states: [.off]),
            ] {
                let (through, direct) = (try await site.machineRows(filter), try await fleet.machineRows(filter))
                #expect(try plain(through) == plain(direct))
                #expect(through.isSeveral == direct.isSeveral)
            }
            for name in ["m0", "m2"] {
                let through = try await site.machine(name).detail()
                #expect(try await Self.json(through) == Self.json(fleet.machine(name).detail()))
                #expect(
                    try await site.machine(name).xml(.nextStart, secrets: false)
                        == fleet.machine(name).xml(.nextStart, secrets: false))
            }
            #expect(
                try await Self.json(site.networkRows([]).values.flatMap { $0.value })
                    == Self.json(fleet.networkRows([]).values.flatMap { $0.value }))
            #expect(
                try await Self.json(site.poolRows([]).values.flatMap { $0.value })
                    == Self.json(fleet.poolRows([]).values.flatMap { $0.value }))
            #expect(
                try await Self.json(site.network("default").details())
                    == Self.json(fleet.network("default").details()))
        }
    }

    @Test func aListOfAThousandTakesTwoRequests() async throws {
        try await ClientWorld.run(machines: 1000) { world in
            let site = try await world.site()
            let before = site.server.requests
            let rows = try await site.machineRows(MachineFilter())
            #expect(rows.values.flatMap { $0.value }.count == 1000)
            #expect(site.server.requests - before == 2)
        }
    }

    @Test func whatIsDoneIsSeenByWhoeverAsksNext() async throws {
        try await ClientWorld.run { world in
            let site = try await world.site("operator", as: "olaf")
            for (state, action): (MachineState, @Sendable (any SiteMachine) async throws -> Void) in [
                (.paused, { try await $0.suspend() }), (.running, { try await $0.resume() }),
                (.off, { try await $0.destroy() }), (.running, { try await $0.start(fresh: false, paused: false) }),
                (.off, { _ = try await $0.shutdown(by: .automatic, waiting: .seconds(20), force: false) }),
            ] {
                try await site.forEachMachine(["m1"]) { try await action($0) }
                let row = try await site.machineRows(MachineFilter(names: ["m1"])).values[0].value[0]
                #expect(row.state == state)
            }
            let report = try await site.machine("m0").change(
                MachineChange(title: "Another", addedTags: ["new"], removedTags: ["t0"]))
            #expect(report.effects.map(\.setting) == [.title, .tags])
            let tagged = try await site.machineRows(MachineFilter(tags: ["new"])).values[0].value
            #expect(tagged.map(\.name) == ["m0"])
            #expect(try await site.machine("m0").detail().title == "Another")
        }
    }

    @Test func namesMeanTheSameAsWithFleets() async throws {
        try await ClientWorld.run(hosts: ["alpha", "beta"]) { world in
            let site = try await world.site()
            let both = try await site.machines(["m0"]).failures
            #expect(both.map(\.description) == (try await world.fleet.machines(["m0"]).failures.map(\.description)))
            #expect(both.first?.kind == .usage)
            let one = try await site.machine("beta/m0")
            #expect(one.label == "beta/m0" && one.hostName == "beta")
            #expect(try await site.machines(["m*"]).items.count == 6)
            let narrow = try await world.site(hosts: ["beta"])
            #expect(try await narrow.machine("m0").label == "m0")
            let wrong = try await site.machines(["beta/n0", "nothing"]).failures
            #expect(
                wrong.map(\.description)
                    == (try await world.fleet.machines(["beta/n0", "nothing"]).failures.map(\.description)))
            let elsewhere = try await world.site(hosts: ["gamma"])
            await #expect(throws: Failure.self) { try await elsewhere.machine("m0") }
            let rows = try await site.machineRows(MachineFilter())
            #expect(rows.isSeveral && rows.answers.map(\.host) == ["alpha", "beta"])
        }
    }

    @Test func failuresAreThoseOfTheHosts() async throws {
        try await ClientWorld.run { world in
            let (site, fleet) = (try await world.site(), world.fleet)
            for run: @Sendable (any Site) async throws -> Void in [
                { try await $0.machine("m0").start(fresh: false, paused: false) },
                { _ = try await $0.machine("m00") },
                { _ = try await $0.machineRows(MachineFilter(names: ["m00"])) },
                { _ = try await $0.machine("m0").change(MachineChange(title: "a\nb")) },
                { _ = try await $0.network("defaul") },
                { _ = try await $0.pool("none") },
                { try await $0.network("default").start() },
            ] {
                var said: [Failure] = []
                for site in [site, fleet] as [any Site] {
                    do {
                        try await run(site)
                        Issue.record("nothing failed")
                    } catch let failure as Failure {
                        said.append(failure)
                    }
                }
                #expect(said[0].kind == said[1].kind && said[0].description == said[1].description, "\(said)")
            }
        }
    }

    @Test func aDeletionIsShownFirstAndTakesNothingElse() async throws {
        try await ClientWorld.run { world in
            let site = try await world.site()
            let running = try await site.deletion(of: ["m0"], keepDisks: false, force: false)
            #expect(running.plans.isEmpty && running.refused.map(\.kind) == [.state])
            let late = try await site.deletion(of: ["m1"], keepDisks: true, force: true)
            #expect(late.plans.map(\.machine) == ["m1"] && late.plans[0].isActive)
            try await site.machine("m1").destroy()
            // It is not any more what was shown.
            #expect(await late.carryOut { _, _ in }.map(\.kind) == [.state])
            let deletion = try await site.deletion(of: ["m1"], keepDisks: true, force: false)
            #expect(await deletion.carryOut { _, _ in }.isEmpty)
            #expect(try await site.machineRows(MachineFilter()).values[0].value.map(\.name) == ["m0", "m2"])
        }
    }

    @Test func eventsAreToldAsTheyHappen() async throws {
        try await ClientWorld.run { world in
            let site = try await world.site()
            let (events, told) = AsyncStream.makeStream(of: HostEvent.self)
            let (starts, ready) = AsyncStream.makeStream(of: Void.self)
            let following = Task {
                try await site.followEvents(["m*"]) { _ in
                } ready: { _ in
                    ready.yield()
                } _: { event, _ in
                    told.yield(event)
                }
            }
            for await _ in starts { break }
            try await site.machine("m2").destroy()
            var seen = events.makeAsyncIterator()
            let event = await seen.next()
            #expect(event?.event == "stopped" && event?.name == "m2" && event?.subject == .machine)
            following.cancel()
            await #expect(throws: (any Error).self) { try await following.value }
        }
    }

    @Test func aDefinitionIsEditedByWhomItHasNotChangedUnder() async throws {
        try await ClientWorld.run { world in
            let site = try await world.site()
            try await site.machine("m0").destroy()
            let edit = try await site.machine("m0").editing()
            #expect(!edit.original.contains("verysecret"))
            #expect(try await edit.apply(edit.original, over: edit.original, validating: false) == .unchanged)
            let text = edit.original.replacing("The 0th", with: "Edited")
            _ = try await site.machine("m0").change(MachineChange(notes: "meanwhile"))
            guard case .changedMeanwhile(let now) = try await edit.apply(text, over: edit.original, validating: false)
            else { return #expect(Bool(false), "the other change is lost") }
            #expect(now.contains("meanwhile"))
            let both = now.replacing("The 0th", with: "Edited")
            let outcome = try await edit.apply(both, over: now, validating: false)
            guard case .applied(let applied) = outcome else { return #expect(Bool(false), "\(outcome)") }
            #expect(applied.hadEffect && !applied.isActive)
            #expect(try await site.machine("m0").detail().title == "Edited")
            let next = try await site.machine("m0").editing()
            let wrong = try await next.apply("<domain", over: next.original, validating: false)
            guard case .rejected = wrong else { return #expect(Bool(false), "\(wrong)") }
        }
    }
}
