import Libvirt
import Testing

@testable import RoostCore

@Suite struct HostEventsTests {
    /// Follows the events of a machine that is made, started, stopped and removed meanwhile.
    private func events(of name: String, filter: [String]) async throws -> [HostEvent] {
        let uri = try HostURI("test:///default")
        let host = Host(name: "test", uri: uri, connection: try await Connection.open(uri: uri.text))
        let (events, send) = AsyncStream.makeStream(of: HostEvent.self)
        let (readiness, ready) = AsyncStream.makeStream(of: Void.self)
        let following = Task {
            try await host.followEvents(machines: filter, ready: { ready.yield() }) { send.yield($0) }
        }
        for await _ in readiness { break }
        let xml = "<domain type='test'><name>\(name)</name><memory>1024</memory><os><type>hvm</type></os></domain>"
        let domain = try await host.connection.defineDomain(xml: xml)
        try await domain.create()
        try await domain.destroy()
        try await domain.undefine()
        var seen: [HostEvent] = []
        // Other tests use the same driver, so their events come too.
        for await event in events where event.name == name {
            seen.append(event)
            if event.event == "undefined" { break }
        }
        following.cancel()
        return seen
    }

    @Test(.timeLimit(.minutes(1)), arguments: [[], ["t-events-*"], ["nothing", "t-events-*"]])
    func aMachinesLifeIsTold(_ filter: [String]) async throws {
        let name = "t-events-\(UInt32.random(in: 0 ... .max))"
        let seen = try await events(of: name, filter: filter)
        #expect(seen.map(\.event) == ["defined", "started", "stopped", "undefined"])
        #expect(seen.map(\.detail) == ["added", "booted", "destroyed", "removed"])
        #expect(seen.allSatisfy { $0.subject == .machine && $0.uuid?.count == 36 })
    }

    @Test(.timeLimit(.minutes(1))) func othersAreNotToldWhenAMachineIsNamed() async throws {
        let uri = try HostURI("test:///default")
        let host = Host(name: "test", uri: uri, connection: try await Connection.open(uri: uri.text))
        let name = "t-other-\(UInt32.random(in: 0 ... .max))"
        let (readiness, ready) = AsyncStream.makeStream(of: Void.self)
        let following = Task {
            var seen: [String] = []
            let (names, send) = AsyncStream.makeStream(of: String.self)
            let work = Task {
                try await host.followEvents(machines: [name], ready: { ready.yield() }) { send.yield($0.name ?? "") }
            }
            for await name in names {
                seen.append(name)
                break
            }
            work.cancel()
            return seen
        }
        for await _ in readiness { break }
        for made in [name + "x", name] {
            let xml = "<domain type='test'><name>\(made)</name><memory>1024</memory><os><type>hvm</type></os></domain>"
            try await host.connection.defineDomain(xml: xml).undefine()
        }
        #expect(await following.value == [name])
    }
}
