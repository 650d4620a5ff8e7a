import Libvirt
import Testing

@testable import RoostCore

@Suite struct MachinePowerTests {
    @Test func aMachinesWholeDay() async throws {
        let world = try await TestWorld(off: ["web1"])
        let machine = try await world.host.machine("web1")
        try await machine.start()
        #expect(try await machine.state() == .running)
        try await machine.suspend()
        #expect(try await machine.state() == .paused)
        try await machine.resume()
        #expect(try await machine.state() == .running)
        #expect(try await machine.shutdown(waiting: .seconds(60)) == .off)
        #expect(try await machine.state() == .off)
        try await machine.start()
        try await machine.destroy()
        #expect(try await machine.state() == .off)
    }

    @Test func whatTheStateForbidsIsSaidInPlainWords() async throws {
        let world = try await TestWorld(running: ["on"], off: ["off"])
        let on = try await world.host.machine("on")
        let off = try await world.host.machine("off")
        let started = await expectFailure(.state) { try await on.start() }
        #expect(started?.description == "on is running already")
        let resumed = await expectFailure(.state) { try await on.resume() }
        #expect(resumed?.description == "on is running already")
        let shut = await expectFailure(.state) { _ = try await off.shutdown(waiting: .seconds(60)) }
        #expect(shut?.description == "off is off already")
        let destroyed = await expectFailure(.state) { try await off.destroy() }
        #expect(destroyed?.description == "off is off already")
        for verb in [Machine.suspend, Machine.resume] {
            let failure = await expectFailure(.state) { try await verb(off)() }
            #expect(failure?.description == "off is off")
            #expect(failure?.remedy == "roost start off")
        }
        try await on.suspend()
        let again = await expectFailure(.state) { try await on.suspend() }
        #expect(again?.description == "on is paused already")
        let paused = await expectFailure(.state) { try await on.start() }
        #expect(paused?.remedy == "roost resume on")
    }

    @Test func shutdownWithoutALimitDoesNotWait() async throws {
        let world = try await TestWorld(running: ["web1"])
        let calls = world.host.connection.statistics
        #expect(try await world.host.machine("web1").shutdown(waiting: nil) == .asked)
        #expect(calls.calls["virConnectDomainEventRegisterAny"] == nil)
    }

    @Test func oneFailureDoesNotStopTheOthers() async throws {
        let world = try await TestWorld(running: ["b"], off: ["a", "c"])
        let failure = await #expect(throws: PartialFailure.self) {
            try await world.fleet.forEachMachine(["*", "nobody"]) { try await $0.start() }
        }
        #expect(failure?.attempted == 4)
        #expect(failure?.failures.map(\.kind) == [.notFound, .state])
        #expect(failure?.kind == .partial)
        #expect(try await world.host.machineList().allSatisfy { $0.state == .running })
    }

    @Test func autostartIsSetAndTakenBack() async throws {
        let world = try await TestWorld(off: ["web1"])
        let machine = try await world.host.machine("web1")
        try await machine.setAutostart(true)
        #expect(try await world.host.machineList().first?.autostart == true)
        try await machine.setAutostart(false)
        #expect(try await world.host.machineList().first?.autostart == false)
    }

    @Test func renamingKeepsTheMachine() async throws {
        let world = try await TestWorld(running: ["on"], off: ["old", "other"])
        let old = try await world.host.machine("old")
        let new = try await old.rename(to: "new")
        #expect(new.name == "new")
        #expect(new.uuid == old.uuid)
        #expect(try await world.host.machines().map(\.name) == ["new", "on", "other"])
        await expectFailure(.exists) { _ = try await new.rename(to: "other") }
        await expectFailure(.exists) { _ = try await new.rename(to: "new") }
        await expectFailure(.usage) { _ = try await new.rename(to: "a/b") }
        await expectFailure(.usage) { _ = try await new.rename(to: "") }
        let running = await expectFailure(.state) { _ = try await world.host.machine("on").rename(to: "off") }
        #expect(running?.remedy == "Stop it first: roost shutdown on")
    }

    @Test func aSavedMachineGoesOn() async throws {
        let world = try await TestWorld(running: ["web1"])
        let machine = try await world.host.machine("web1")
        try await machine.save().value
        #expect(try await machine.state() == .off)
        #expect(try await world.host.machineList().first?.hasSavedState == true)
        await expectFailure(.state) { try await machine.save().value }
        try await machine.restore()
        #expect(try await machine.state() == .running)
        let running = await expectFailure(.state) { try await machine.restore() }
        #expect(running?.description == "web1 is running already")
        try await machine.destroy()
        let none = await expectFailure(.state) { try await machine.restore() }
        #expect(none?.description == "web1 has no saved state")
    }

    @Test func aMachineIsSavedToAFileAndBroughtBack() async throws {
        let world = try await TestWorld(running: ["web1"])
        let machine = try await world.host.machine("web1")
        try await machine.save(to: world.saveFile).value
        #expect(try await machine.state() == .off)
        #expect(try await world.host.restore(fromFile: world.saveFile) == "web1")
        #expect(try await machine.state() == .running)
        await expectFailure(.usage) { try await machine.save(to: "saved").value }
    }
}
