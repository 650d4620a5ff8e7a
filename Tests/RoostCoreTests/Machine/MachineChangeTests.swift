import Libvirt
import LibvirtXML
import Testing
import XMLTree

@testable import RoostCore

@Suite struct MachineChangeTests {
    private static func definition(_ machine: RoostCore.Machine, live: Bool = false) async throws -> LibvirtXML.Domain {
        try LibvirtXML.Domain(parsing: try await machine.domain.xml(live ? Libvirt.Domain.XMLFlags() : .inactive))
    }

    @Test func aStoppedMachineIsChangedForItsNextStart() async throws {
        let world = try await TestWorld(off: ["web1"])
        let machine = try await world.host.machine("web1")
        let report = try await machine.change(
            MachineChange(
                memory: 64 << 20, vcpus: 3, title: "Web & Co", notes: "two\nlines <b>", addedTags: ["web", "env:test"]))
        let definition = try await Self.definition(machine)
        #expect(definition.memory == 64 << 20)
        #expect(definition.currentMemory ?? 64 << 20 == 64 << 20)
        #expect(definition.maximumVCPUs == 3)
        #expect(definition.title == "Web & Co")
        #expect(definition.description == "two\nlines <b>")
        #expect(MachineMetadata(of: definition).tags == ["web", "env:test"])
        #expect(!report.wasActive)
        #expect(report.effects.allSatisfy { $0.isAtNextStart && !$0.isNow })
    }

    @Test func textsAndTagsOfARunningMachineAreThereAtOnceAndLater() async throws {
        let world = try await TestWorld()
        let machine = try await world.define("web1", tags: ["old", "kept"])
        try await machine.start()
        _ = try await machine.change(MachineChange(title: "Web", addedTags: ["new"], removedTags: ["old"]))
        for live in [true, false] {
            let definition = try await Self.definition(machine, live: live)
            #expect(definition.title == "Web")
            #expect(MachineMetadata(of: definition).tags == ["kept", "new"])
        }
        _ = try await machine.change(MachineChange(title: "", removedTags: ["new", "kept"]))
        let definition = try await Self.definition(machine)
        #expect(definition.title == nil)
        #expect(definition.metadata(namespace: MachineMetadata.namespace) == nil)
    }

    @Test func whatOtherProgramsKeepInTheMetadataStays() async throws {
        let world = try await TestWorld(off: ["web1"])
        let machine = try await world.host.machine("web1")
        try await machine.domain.setMetadata(
            .element, to: "<theirs><thing n='1'/></theirs>", key: "x", uri: "urn:other", impact: .config)
        _ = try await machine.change(MachineChange(addedTags: ["web"]))
        let theirs = try await machine.domain.metadata(.element, uri: "urn:other", impact: .config)
        #expect(theirs.contains("<thing n='1'/>") || theirs.contains("<thing n=\"1\"/>"))
    }

    @Test func anotherProcessorKeepsSocketsAndMemoryCells() throws {
        let old = try LibvirtXML.Domain(
            parsing: """
                <domain type='test'><name>web1</name>
                  <cpu mode='custom'><model>qemu64</model><topology sockets='1' cores='2' threads='1'/><numa>
                    <cell id='0' cpus='0' memory='4096' unit='KiB'/><cell id='1' cpus='1' memory='4096' unit='KiB'/>
                  </numa></cpu></domain>
                """
        ).cpu
        let new = LibvirtXML.CPU(.hostPassthrough).keepingLayout(of: old)
        #expect(new.mode == .hostPassthrough && new.element.first("model") == nil)
        #expect(new.element.first("topology")?["cores"] == "2")
        #expect(new.element.first("numa")?.elements(named: "cell").map { $0["cpus"] } == ["0", "1"])
        // What the new one says itself goes first.
        #expect(new.keepingLayout(of: LibvirtXML.CPU(.hostModel)) == new)
        #expect(LibvirtXML.CPU(.hostModel).keepingLayout(of: nil) == LibvirtXML.CPU(.hostModel))
    }

    @Test func aFailingStepTakesTheEarlierOnesBack() async throws {
        let world = try await TestWorld(off: ["web1"])
        let machine = try await world.host.machine("web1")
        let before = try await Self.definition(machine)
        // The test driver refuses more vCPUs than its hypervisor has, after the memory has been changed.
        await #expect(throws: Failure.self) {
            try await machine.change(MachineChange(memory: 64 << 20, vcpus: 4000))
        }
        let after = try await Self.definition(machine)
        #expect(after.memory == before.memory)
        #expect(after.currentMemory == before.currentMemory)
        #expect(after.maximumVCPUs == before.maximumVCPUs)
    }

    @Test func whatTheRunningMachineRefusesComesAtTheNextStart() async throws {
        let world = try await TestWorld(off: ["web1"])
        let machine = try await world.host.machine("web1")
        try await machine.start()
        let report = try await machine.change(MachineChange(memory: 64 << 20, vcpus: 8))
        let memory = try #require(report.effects.first { $0.setting == .memory })
        #expect(!memory.isNow)
        #expect(memory.isAtNextStart)
        #expect(memory.whyNotNow == "while it runs it can have 8M at most")
        #expect(try await Self.definition(machine).memory == 64 << 20)
        #expect(try await Self.definition(machine).maximumVCPUs == 8)
        await expectFailure(.state) {
            _ = try await machine.change(MachineChange(vcpus: 8, scope: .now))
        }
    }
}
