import RoostCore
import Testing

/// Bridges that are made through the built server, of a host that is reached by nothing but the card that is put into them.
@Suite(.enabled(if: LabHosts.isEnabled, LabHosts.whyDisabled)) struct BridgeConsoleTests {
    @Test(.labLimit) func aBridgeIsKeptUndoneAndTakenBack() async throws {
        try await LabHosts.owned { hosts in
            let host = hosts[0]
            try await LabClient.run { client in
                try await client.succeeding("host", "add", "far", host.name)
                try await TestConsole.run(settings: "hosts: [far]", environment: client.environment) { console in
                    let session = try await console.administrator()
                    try await console.wait("the host") {
                        try await console.curl("/api/v1/hosts/far", session).body.contains(#""state":"connected""#)
                    }
                    let run = BridgeConsoleRun(
                        console: console, session: session, host: host, place: "/api/v1/hosts/far/bridges")
                    try await run.undone()
                    try await run.takenBack()
                    try await run.keptAndDeleted()
                }
            }
        }
    }
}

private struct BridgeConsoleRun {
    let console: TestConsole
    let session: [String]
    let host: LabHost
    let place: String

    private static let order = #"{"bridge":"br0","nic":"eth0","timeout":20}"#

    func undone() async throws {
        let change = try await make()
        #expect(try await device() == "br0")
        let undo = try await ask("DELETE", "/br0/confirmation")
        #expect(undo.status == 204, "\(undo)")
        #expect(try await end(of: change).text("state") == "cancelled")
        #expect(try await device() == "eth0")
    }

    func takenBack() async throws {
        let change = try await make()
        try await host.cut()
        let late = try await ask("POST", "/br0/confirmation")
        #expect(late.status == 409 && late.body.contains("no new connection"), "\(late)")
        while try await !host.run("cat", "/run/roost-bridge/br0/state").output.hasPrefix("reverted") {
            try await Task.sleep(for: .milliseconds(500))
        }
        #expect(try await device() == "eth0")
        try await host.mend()
        let ended = try await end(of: change)
        #expect(ended.text("state") == "failed" && ended.body.contains("taken all of it back"), "\(ended)")
    }

    func keptAndDeleted() async throws {
        let change = try await make()
        let kept = try await ask("POST", "/br0/confirmation")
        #expect(kept.status == 204, "\(kept)")
        #expect(try await end(of: change).text("state") == "done")
        #expect(try await device() == "br0")
        let plan = try await ask("GET", "/br0/deletion")
        let tag = try #require(plan.header("ETag"), "\(plan)")
        let other = try await ask("DELETE", "/br0", ["--header", "If-Match: \"0\""])
        #expect(other.status == 412, "\(other)")
        let deletion = try await begun(try await ask("DELETE", "/br0", ["--header", "If-Match: \(tag)"]))
        let confirmed = try await ask("POST", "/br0/confirmation")
        #expect(confirmed.status == 204, "\(confirmed)")
        #expect(try await end(of: deletion).text("state") == "done")
        #expect(try await device() == "eth0")
    }

    private func ask(_ method: String, _ path: String, _ more: [String] = []) async throws -> ConsoleAnswer {
        try await console.curl(place + path, session + ["--request", method] + more)
    }

    /// Makes the bridge as it was planned, and waits until it waits.
    private func make() async throws -> String {
        // The host may have been away a moment ago.
        var plan = ConsoleAnswer("", errors: "")
        try await console.wait("the plan") {
            plan = try await console.curl("\(place)/plan", session, body: Self.order)
            return plan.status == 200
        }
        let tag = try #require(plan.header("ETag"), "\(plan)")
        return try await begun(
            try await console.curl(place, session + ["--header", "If-Match: \(tag)"], body: Self.order))
    }

    /// The operation, as soon as it waits for somebody.
    private func begun(_ answer: ConsoleAnswer) async throws -> String {
        let change = try #require(answer.status == 202 ? answer.text("id") : nil, "\(answer)")
        try await console.wait("the change of the bridge") {
            let now = try await console.curl("/api/v1/operations/\(change)", session)
            try #require(now.text("state") == "running", "\(now)")
            return now.text("step") == "waiting to be confirmed"
        }
        return change
    }

    /// The test's time limit ends it.
    private func end(of change: String) async throws -> ConsoleAnswer {
        while true {
            let now = try await console.curl("/api/v1/operations/\(change)", session)
            guard now.text("state") == "running" else { return now }
            try await Task.sleep(for: .milliseconds(500))
        }
    }

    /// Where the host's address is now.
    private func device() async throws -> String {
        let address = try host.address
        let lines = try await host.succeeding("ip", "-o", "-4", "addr", "show").split(separator: "\n")
        return lines.first { $0.contains(" \(address)/24 ") }?.split(separator: " ").dropFirst().first.map(String.init)
            ?? "none"
    }
}
