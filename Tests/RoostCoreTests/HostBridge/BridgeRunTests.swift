import Testing

@testable import RoostCore

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The scripts that change a host by themselves, run by a real sh in a directory of their own, with harmless changes.
@Suite struct BridgeRunTests {
    private let directory = FileManager.default.temporaryDirectory.appending(
        path: "t-\(UInt32.random(in: .min ... .max))"
    )
    .path

    /// Runs a script with its places moved. No systemd is used: it would keep what is started.
    private func sh(_ script: String) async throws -> SSHProgram.Answer {
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        let moved = script.replacing(BridgeRun.lock, with: "\(directory)/lock")
            .replacing(BridgeRun.running, with: "\(directory)/run").replacing(BridgeRun.kept, with: "\(directory)/kept")
            .replacing("/run/systemd/system", with: "\(directory)/none")
        return try #require(try await LocalShell.run(moved, asRoot: false, within: .seconds(60)))
    }

    private func start(_ apply: String, revert: String = "true", timeout: Int = 60) -> String {
        BridgeRun.startScript(bridge: "br0", apply: apply, revert: revert, timeout: timeout, isDeletion: false)
    }

    private func until(_ state: BridgeRun.State) async throws {
        var seen: String?
        for _ in 0..<1200 {
            seen = try? String(contentsOfFile: "\(directory)/run/br0/state", encoding: .utf8)
            if seen == "\(state.rawValue)\n" { return }
            try await Task.sleep(for: .milliseconds(50))
        }
        Issue.record("it is \(seen ?? "not there"), and not \(state.rawValue)")
    }

    private func isRunning(_ file: String) throws -> Bool {
        let text = try String(contentsOfFile: "\(directory)/\(file)", encoding: .utf8)
        let stat = try? String(contentsOfFile: "/proc/\(text.filter(\.isNumber))/stat", encoding: .utf8)
        // A zombie is one that has ended.
        return stat.map { !$0.contains(") Z ") } ?? false
    }

    @Test func aChangeThatHangsEndsWithAllThatItHasBegun() async throws {
        defer { try? FileManager.default.removeItem(atPath: directory) }
        let started = try await sh(
            start("sleep 1000 & echo $! >\(directory)/child\nwait\n", revert: "touch \(directory)/back", timeout: 1))
        #expect(started.code == 0, "\(started.errors)")
        try await until(.reverted)
        #expect(try !isRunning("child"))
        #expect(FileManager.default.fileExists(atPath: "\(directory)/back"))
        // The lock goes with what had it, which has told its last state by now.
        #expect(try await sh("flock \(BridgeRun.lock) true").code == 0)
        #expect(!FileManager.default.fileExists(atPath: "\(directory)/kept/br0"))
    }

    /// A DHCP client, for example.
    @Test func whatAConfirmedChangeLeavesRunningGoesOn() async throws {
        defer { try? FileManager.default.removeItem(atPath: directory) }
        let script = start("sleep 1000 & echo $! >\(directory)/child\n", revert: "touch \(directory)/back")
        #expect(script.contains("--property=KillMode=process"))
        #expect(try await sh(script).code == 0)
        try await until(.waiting)
        let other = try await sh(start("true"))
        #expect(other.code == 1 && other.errors.contains("is being changed already"), "\(other.errors)")
        let answer = try await sh(BridgeRun.confirmScript("br0"))
        #expect(answer.output.contains("state done"), "\(answer.output)")
        try await until(.done)
        #expect(try isRunning("child"))
        _ = try await sh("kill $(cat \(directory)/child)")
        #expect(!FileManager.default.fileExists(atPath: "\(directory)/back"))
        #expect(FileManager.default.fileExists(atPath: "\(directory)/kept/br0/kept"))
        // The host is free for the next one.
        #expect(try await sh(start("false\n", revert: "touch \(directory)/back")).code == 0)
        try await until(.failed)
        #expect(FileManager.default.fileExists(atPath: "\(directory)/back"))
    }

    @Test(.timeLimit(.minutes(2))) func aChangeThatIsKilledIsSaidToBeAndKeepsNoOtherAway() async throws {
        defer { try? FileManager.default.removeItem(atPath: directory) }
        #expect(try await sh(start("true")).code == 0)
        try await until(.waiting)
        let facts = BridgeFacts.script(nic: nil)
        #expect(BridgeFacts(answer: try await sh(facts).output).pending == ["br0"])
        #expect(try await sh("kill -9 $(cat \(directory)/run/br0/pid)").code == 0)
        var answer = try await sh(BridgeRun.stateScript("br0")).output
        while answer.contains("state waiting") { answer = try await sh(BridgeRun.stateScript("br0")).output }
        #expect(answer.contains("state killed"), "\(answer)")
        #expect(BridgeFacts(answer: try await sh(facts).output).pending.isEmpty)
        #expect(try await sh(BridgeRun.confirmScript("br0")).output.contains("state killed"))
        // No restart of the host is needed.
        let next = try await sh(start("true"))
        #expect(next.code == 0, "\(next.errors)")
        try await until(.waiting)
        #expect(try await sh(BridgeRun.confirmScript("br0")).output.contains("state done"))
    }

    /// One that answers is enough; of IPv6's link-local addresses the device is named.
    @Test func aRouterThatAnswersShowsThatTheHostIsThere() async throws {
        defer { try? FileManager.default.removeItem(atPath: directory) }
        func reaches(_ gateways: [String], _ answering: String) async throws -> Bool {
            try await sh("\(tools(answering))( \(BridgeRun.reachScript(gateways))\n)").code == 0
        }
        #expect(try await reaches([], "nobody"))
        #expect(try await !reaches(["192.0.2.1", "fe80::1"], "nobody"))
        #expect(try await reaches(["192.0.2.1", "fe80::1"], "192.0.2.1"))
        #expect(try await reaches(["192.0.2.1", "fe80::1"], "fe80::1%br0"))
    }

    /// This computer reaches itself whatever became of its network.
    @Test func nothingIsConfirmedByThisComputerAsLongAsNoRouterAnswers() async throws {
        defer { try? FileManager.default.removeItem(atPath: directory) }
        #expect(try await sh(start("true\n", revert: "touch \(directory)/back")).code == 0)
        try await until(.waiting)
        let script = BridgeRun.confirmScript("br0", routers: ["192.0.2.1"])
        let refused = try await state(tools("nobody") + script)
        #expect(refused.state == .waiting && refused.log == "none of its routers answers", "\(refused)")
        #expect(!FileManager.default.fileExists(atPath: "\(directory)/run/br0/confirmed"))
        let kept = try await state(tools("192.0.2.1") + script)
        #expect(kept.state == .done, "\(kept)")
        #expect(!FileManager.default.fileExists(atPath: "\(directory)/back"))
    }

    private func state(_ script: String) async throws -> (state: BridgeRun.State?, log: String?) {
        let answer = try await sh(script)
        return BridgeRun.state(HostShellAnswer(status: answer.code, output: answer.output, errors: answer.errors))
    }

    /// Programs that answer for one router.
    private func tools(_ answering: String) -> String {
        let router = answering.replacing("%", with: "%%")
        return """
            mkdir -p \(directory)/bin
            printf '#!/bin/sh\\ncase "$*" in *\(router)) exit 0 ;; esac\\nexit 1\\n' >\(directory)/bin/ping
            printf '#!/bin/sh\\nexit 1\\n' >\(directory)/bin/ping6
            cat >\(directory)/bin/ip <<'END'
            #!/bin/sh
            case $* in
            "-6 route show default") echo default via fe80::1 dev br0 proto ra ;;
            "neigh replace"*) exit 1 ;;
            esac
            END
            chmod 755 \(directory)/bin/*
            PATH=\(directory)/bin:$PATH

            """
    }
}
