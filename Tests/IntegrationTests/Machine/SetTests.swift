import Libvirt
import RoostCore
import Testing

@Suite(.enabled(if: Lab.isEnabled, Lab.whyDisabled)) struct SetTests {
    @Test(.labLimit)
    func aRunningGuestGetsMemoryAndProcessors() async throws {
        try await Lab.run(.guests) { lab in
            let name = try await lab.guest()
            let room = try await lab.roost("set", name, "--max-memory", "512", "--max-vcpus", "3", "--vcpus", "1")
            #expect(room.succeeded && room.errors.contains("maximum vCPUs 3, at the next start"), "\(room)")
            #expect(try await lab.roost("start", name).succeeded)
            #expect(try await lab.roost("wait", name, "--for", "agent", "--timeout", "240").succeeded)
            let domain = try await lab.connection.domain(named: name)
            let balloon = try await lab.connection.domainEvents([.balloon], of: domain)

            let set = try await lab.roost("set", name, "--memory", "320", "--vcpus", "2")
            #expect(set.succeeded && set.errors.contains("memory 320 MiB, now and at every later start"), "\(set)")
            #expect(set.errors.contains("vCPUs 2, now and at every later start"), "\(set)")
            #expect(try await domain.vcpuCount(.live) == 2)
            #expect(try await domain.vcpuCount(.config) == 2)
            // The guest gives the memory back by and by.
            if try await domain.info().memory != 320 << 10 {
                for await _ in balloon where try await domain.info().memory == 320 << 10 { break }
            }
            let shown = try await Program.named("virsh").run(["-c", Lab.uri, "dominfo", name])
            #expect(shown.output.contains(/Used memory: +327680 KiB/), "\(shown)")

            let tooMuch = try await lab.roost("set", name, "--memory", "1G", "--now")
            #expect(tooMuch.failed(.state) && tooMuch.errors.contains("at most"), "\(tooMuch)")
            let later = try await lab.roost("set", name, "--memory", "1G")
            #expect(later.succeeded && later.errors.contains("at the next start (not now: "), "\(later)")
            #expect(try await domain.xml(.inactive).contains("<memory unit='KiB'>1048576</memory>"))
        }
    }

    @Test(.labLimit)
    func textsAndTagsStayWithTheMachine() async throws {
        try await Lab.run { lab in
            let name = try await lab.machine("texts", disks: [])
            let domain = try await lab.connection.domain(named: name)
            try await domain.create()
            let set = try await lab.roost(
                "set", name, "--title", "Web & <Co>", "--notes", "one\ntwo", "--add-tag", "web", "--add-tag", "env:test"
            )
            #expect(set.succeeded, "\(set)")
            try await domain.destroy()
            let xml = try await domain.xml()
            #expect(xml.contains("<title>Web &amp; &lt;Co&gt;</title>"))
            #expect(xml.contains("one\ntwo</description>"))
            #expect(xml.contains("<roost:tag>web</roost:tag>") && xml.contains("<roost:tag>env:test</roost:tag>"))
            #expect(try await lab.roost("set", name, "--remove-tag", "web", "--title", "").succeeded)
            let after = try await domain.xml()
            #expect(!after.contains("<title>") && !after.contains(">web<") && after.contains(">env:test<"))
        }
    }

    @Test(.labLimit)
    func aChangeIsDoneWholeOrNotAtAll() async throws {
        try await Lab.run { lab in
            let name = try await lab.machine("whole", disks: [])
            let domain = try await lab.connection.domain(named: name)
            let before = try await domain.xml(.inactive)
            let set = try await lab.roost("set", name, "--memory", "128", "--vcpus", "4000")
            #expect(set.failed(.unsupported) && set.errors.contains("at most"), "\(set)")
            #expect(try await domain.xml(.inactive) == before)
        }
    }
}
