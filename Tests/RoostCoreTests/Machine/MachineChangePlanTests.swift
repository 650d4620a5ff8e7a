import LibvirtXML
import Testing

@testable import RoostCore

@Suite struct MachineChangePlanTests {
    private static let gibibyte: UInt64 = 1 << 30

    private static func definition(
        memory: Int = 4, current: Int? = nil, vcpus: String = "<vcpu>4</vcpu>", rest: String = "",
        devices: String = ""
    ) throws -> Domain {
        try Domain(
            parsing: """
                <domain type='kvm'>
                  <name>web1</name>\(rest)
                  <memory unit='GiB'>\(memory)</memory>
                  <currentMemory unit='GiB'>\(current ?? memory)</currentMemory>
                  \(vcpus)
                  <devices>\(devices)</devices>
                </domain>
                """)
    }

    private static func plan(
        _ change: MachineChange, live: Domain? = nil, next: Domain?
    ) throws -> MachineChangePlan {
        try MachineChangePlan(
            change, of: "web1", MachineDefinitions(live: live, next: next, hasSavedState: false))
    }

    private static func steps(
        _ change: MachineChange, live: Domain? = nil, next: Domain?
    ) throws -> [MachineChangeStep] {
        try plan(change, live: live, next: next).steps
    }

    private static func memory(
        _ target: MachineChangeStep.Target, _ old: UInt64, _ new: UInt64
    ) -> MachineChangeStep {
        MachineChangeStep(target: target, old: .memory(old << 20), new: .memory(new << 20))
    }

    private static func maximum(_ old: UInt64, _ new: UInt64) -> MachineChangeStep {
        MachineChangeStep(target: .definition, old: .maximumMemory(old << 20), new: .maximumMemory(new << 20))
    }

    @Test func aMachineThatHasAllItMayHaveGoesOnHavingAllOfIt() throws {
        let change = MachineChange(memory: 2 * Self.gibibyte)
        #expect(
            try Self.steps(change, next: try Self.definition()) == [Self.memory(.definition, 4, 2), Self.maximum(4, 2)])
        let more = MachineChange(memory: 8 * Self.gibibyte)
        #expect(
            try Self.steps(more, next: try Self.definition()) == [Self.maximum(4, 8), Self.memory(.definition, 4, 8)])
    }

    @Test func roomAboveIsKept() throws {
        let change = MachineChange(memory: 3 * Self.gibibyte)
        #expect(
            try Self.steps(change, next: try Self.definition(memory: 8, current: 4))
                == [Self.memory(.definition, 4, 3)])
    }

    @Test func theRunningMachineIsChangedBeforeItsDefinition() throws {
        let machine = try Self.definition(memory: 8, current: 4)
        let plan = try Self.plan(MachineChange(memory: 6 * Self.gibibyte), live: machine, next: machine)
        #expect(plan.steps == [Self.memory(.live, 4, 6), Self.memory(.definition, 4, 6)])
        #expect(plan.effects.map(\.isNow) == [true])
        #expect(plan.effects.map(\.isAtNextStart) == [true])
    }

    @Test func memoryAboveTheMaximumWaitsForTheNextStartAndSaysWhy() throws {
        let machine = try Self.definition()
        let plan = try Self.plan(MachineChange(memory: 6 * Self.gibibyte), live: machine, next: machine)
        #expect(plan.steps == [Self.maximum(4, 6), Self.memory(.definition, 4, 6)])
        #expect(plan.effects.first?.isNow == false)
        #expect(plan.effects.first?.whyNotNow == "while it runs it can have 4G at most")
        #expect(plan.effects.map(\.setting) == [.memory, .maximumMemory])
    }

    @Test func memoryAboveTheMaximumIsRefusedWhereOnlyNowIsWanted() throws {
        let machine = try Self.definition()
        let failure = #expect(throws: Failure.self) {
            try Self.plan(MachineChange(memory: 6 * Self.gibibyte, scope: .now), live: machine, next: machine)
        }
        #expect(failure?.kind == .state)
        #expect(failure?.why == "while it runs it can have 4G at most")
    }

    @Test func withoutABalloonMemoryWaits() throws {
        let machine = try Self.definition(memory: 8, current: 4, devices: "<memballoon model='none'/>")
        let plan = try Self.plan(MachineChange(memory: 6 * Self.gibibyte), live: machine, next: machine)
        #expect(plan.steps == [Self.memory(.definition, 4, 6)])
        #expect(plan.effects.first?.whyNotNow == "it has no memory balloon")
    }

    @Test func aMaximumBelowWhatItHasNeedsTheOtherOptionToo() throws {
        let failure = #expect(throws: Failure.self) {
            try Self.plan(MachineChange(maximumMemory: 2 * Self.gibibyte), next: try Self.definition())
        }
        #expect(failure?.kind == .usage)
        #expect(failure?.remedy?.contains("--memory") == true)
    }

    @Test func whatItHasAlreadyTakesNoStep() throws {
        let machine = try Self.definition()
        #expect(
            try Self.steps(MachineChange(memory: 4 * Self.gibibyte, vcpus: 4), live: machine, next: machine).isEmpty)
    }

    @Test func fewerVCPUsLeaveTheTopologyAlone() throws {
        let topology = "<cpu><topology sockets='1' dies='1' cores='2' threads='2'/></cpu>"
        let machine = try Self.definition(rest: topology)
        #expect(
            try Self.steps(MachineChange(vcpus: 2), next: machine)
                == [MachineChangeStep(target: .definition, old: .vcpus(4), new: .vcpus(2))])
        let failure = #expect(throws: Failure.self) { try Self.plan(MachineChange(vcpus: 6), next: machine) }
        #expect(failure?.why == "its sockets, cores and threads make 4")
        #expect(throws: Failure.self) { try Self.plan(MachineChange(maximumVCPUs: 8), next: machine) }
    }

    @Test func tagsAreAddedOnceAndTheOthersStay() throws {
        let metadata =
            "<metadata><roost:machine xmlns:roost='urn:roost:machine:1'><roost:tag>a</roost:tag>"
            + "<roost:tag>b</roost:tag></roost:machine></metadata>"
        let machine = try Self.definition(rest: metadata)
        #expect(
            try Self.steps(MachineChange(addedTags: ["b", "c"], removedTags: ["a", "x"]), next: machine)
                == [MachineChangeStep(target: .definition, old: .tags(["a", "b"]), new: .tags(["b", "c"]))])
    }

    @Test func scopesNeedWhatTheyName() throws {
        let machine = try Self.definition()
        #expect(throws: Failure.self) { try Self.plan(MachineChange(title: "x", scope: .now), next: machine) }
        #expect(throws: Failure.self) {
            try Self.plan(MachineChange(title: "x", scope: .nextStart), live: machine, next: nil)
        }
        let targets = try Self.steps(MachineChange(title: "x"), live: machine, next: nil).map(\.target)
        #expect(targets == [.live])
    }

    @Test(arguments: [
        MachineChange(), MachineChange(scope: .now), MachineChange(memory: 1000), MachineChange(memory: 1 << 20),
        MachineChange(memory: .max),
        MachineChange(vcpus: 0), MachineChange(vcpus: -1), MachineChange(maximumVCPUs: 100_000),
        MachineChange(memory: 2 << 30, maximumMemory: 1 << 30), MachineChange(vcpus: 4, maximumVCPUs: 2),
        MachineChange(title: "two\nlines"), MachineChange(title: String(repeating: "x", count: 5000)),
        MachineChange(notes: "bell\u{7}"), MachineChange(notes: String(repeating: "x", count: 70_000)),
        MachineChange(addedTags: ["Web"]), MachineChange(addedTags: [""]), MachineChange(addedTags: ["<x>"]),
        MachineChange(addedTags: ["a"], removedTags: ["a"]), MachineChange(maximumMemory: 1 << 30, scope: .now),
    ])
    func impossibleChangesAreRefusedBeforeAnyMachineIsAsked(_ change: MachineChange) throws {
        let failure = #expect(throws: Failure.self) { try change.validate() }
        #expect(failure?.kind == .usage)
    }
}
