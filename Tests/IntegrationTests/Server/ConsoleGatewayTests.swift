import GRDB
import Libvirt
import Testing
import WebSocketTesting
import WebSocketUpgrade

@testable import RoostCore
@testable import RoostServer

/// The gateway with a guest that really boots, and whose display asks for a password.
@Suite(.enabled(if: Lab.isEnabled, Lab.whyDisabled)) struct ConsoleGatewayTests {
    private static let prompt = "root@roost-test"

    @Test(.labLimit)
    func aBrowserSeesTheScreenAndTypesAtTheConsole() async throws {
        try await Lab.run { lab in
            let name = try await lab.guest()
            let domain = try await lab.connection.domain(named: name)
            let host = try await Host.connect(to: HostURI(Lab.uri))
            let machine = try await host.machine(name)
            try await ConsoleServer.run(machine) { server in
                try await Self.expectClose(4001, of: server, .vnc)
                try await Self.expectClose(4001, of: server, .serial)
                try await domain.create()
                try await Self.typeAndReboot(server)
                try await Self.see(server, until: domain)
            }
        }
    }

    @Test(.labLimit)
    func consolesAreBoundedAndEachIsInTheAuditTrail() async throws {
        try await Lab.run { lab in
            let domain = try await lab.connection.domain(named: try await lab.bareMachine())
            try await domain.create()
            let machine = try await Host.connect(to: HostURI(Lab.uri)).machine(domain.name)
            try await ConsoleServer.run(machine, limits: ConsoleLimits(perUser: 1, total: 2)) { server in
                try await server.open(.serial) { client in
                    while try #require(try await client.nextFrame()).text.contains("attached") == false {}
                    let begun = try await server.store.entries(AuditQuery())
                    #expect(begun.map(\.result) == [.begun] && begun.first?.action == "console")
                    try await Self.expectClose(4006, of: server, .serial)
                    // Somebody else may, but it is taken.
                    try await Self.expectClose(4003, of: server, .serial, as: "bob")
                    try await domain.destroy()
                    while try await client.nextFrame()?.text.contains("stopped") == false {}
                }
                // Whose place was given back opens one again.
                try await Self.expectClose(4001, of: server, .serial)
                var entries = try await server.store.entries(AuditQuery())
                // The goodbye is said before its end is written down.
                while entries.contains(where: { $0.result == .begun }) {
                    try await Task.sleep(for: .milliseconds(20))
                    entries = try await server.store.entries(AuditQuery())
                }
                #expect(entries.map(\.result) == [.done, .done, .done, .done], "\(entries)")
                #expect(entries.map(\.user) == ["ann", "bob", "ann", "ann"])
                #expect(entries.map(\.detail) == ["serial", "serial", "serial", "serial"])
                #expect(entries[2].why == "too many consoles are open" && entries[0].why == "the machine is off")
                #expect(entries[3].why == "closed at the page")
                #expect(entries.allSatisfy { $0.milliseconds != nil && $0.address == "127.0.0.1" })
            }
        }
    }

    @Test(.labLimit)
    func consolesAreBoundedInAll() async throws {
        try await Lab.run { lab in
            let domain = try await lab.connection.domain(named: try await lab.bareMachine())
            try await domain.create()
            let machine = try await Host.connect(to: HostURI(Lab.uri)).machine(domain.name)
            try await ConsoleServer.run(machine, limits: ConsoleLimits(perUser: 2, total: 1)) { server in
                try await server.open(.serial) { client in
                    while try #require(try await client.nextFrame()).text.contains("attached") == false {}
                    // Somebody who has none open yet.
                    try await Self.expectClose(
                        4006, of: server, .serial, as: "bob", reason: "too many consoles are open")
                }
            }
        }
    }

    @Test(.labLimit)
    func whatCannotBeWrittenDownIsNotOpened() async throws {
        try await Lab.run { lab in
            let domain = try await lab.connection.domain(named: try await lab.bareMachine())
            try await domain.create()
            let machine = try await Host.connect(to: HostURI(Lab.uri)).machine(domain.name)
            try await ConsoleServer.run(machine) { server in
                try await server.store.database.write { try $0.execute(sql: "DROP TABLE audit") }
                try await server.open(.serial) { client in
                    // The goodbye is all that comes.
                    let goodbye = try await client.nextFrame()
                    #expect(goodbye?.code == 1011)
                }
                #expect(server.gateway.consoles.count == 0)
            }
        }
    }

    /// Clients that say nothing to the goodbye hold nothing up. (libvirt 9.0 answers no end of a console whose guest takes nothing
    /// of what was typed, once the pty of it is full.)
    @Test(.labLimit)
    func aSessionThatEndsEndsItsConsolesOnTheHost() async throws {
        try await Lab.run { lab in
            let host = try await Host.connect(to: HostURI(Lab.uri))
            var machines: [Machine] = []
            for name in ["a", "b"] {
                let domain = try await lab.connection.domain(named: try await lab.bareMachine(name))
                try await domain.create()
                machines.append(try await host.machine(domain.name))
            }
            let all = machines
            let patient = WebSocketLimits(closePatience: .seconds(3600))
            try await ConsoleServer.run(all[0], webSocket: patient) { server in
                let (opened, noteOpened) = AsyncStream.makeStream(of: Void.self)
                let (told, noteTold) = AsyncStream.makeStream(of: Void.self)
                let (leave, isOver) = AsyncStream.makeStream(of: Void.self)
                try await withThrowingTaskGroup(of: Void.self) { group in
                    for machine in all {
                        group.addTask {
                            try await server.at(machine).open(.serial) { client in
                                while try #require(try await client.nextFrame()).text.contains("attached") == false {}
                                try await client.send(RawFrame.binary([UInt8](repeating: 0x61, count: 600)).wire)
                                noteOpened.yield()
                                #expect(try await client.nextFrame()?.code == 4004)
                                noteTold.yield()
                                for await _ in leave {}
                            }
                        }
                    }
                    var (openings, tellings) = (opened.makeAsyncIterator(), told.makeAsyncIterator())
                    for _ in all { _ = await openings.next() }
                    let end = Task { await server.gateway.end(session: SessionID("ann")) }
                    for _ in all { _ = await tellings.next() }
                    #expect(server.gateway.consoles.count == 0)
                    for machine in all { try await Self.joinWhenFree(lab.connection.domain(named: machine.name)) }
                    isOver.finish()
                    await end.value
                    try await group.waitForAll()
                }
                var entries = try await server.store.entries(AuditQuery())
                while entries.contains(where: { $0.result == .begun }) {
                    try await Task.sleep(for: .milliseconds(20))
                    entries = try await server.store.entries(AuditQuery())
                }
                #expect(entries.map(\.why) == all.map { _ in "the session has ended" })
            }
        }
    }

    /// Opens a console as soon as nobody has it open; it is taken from nobody.
    private static func joinWhenFree(_ domain: Domain) async throws {
        while true {
            do throws(LibvirtError) {
                return await (try await domain.openConsole()).close()
            } catch {
                guard error.code == .operationFailed else { throw error }
            }
            try await Task.sleep(for: .milliseconds(50))
        }
    }

    /// The serial console: typed and read, taken by nobody else unless asked for, and there again after a reboot.
    private static func typeAndReboot(_ server: ConsoleServer) async throws {
        try await server.open(.serial) { client in
            var printed = ""
            try await client.read(&printed, until: prompt)
            try await client.send(RawFrame.binary(Array("echo sum=$((40+2))\r".utf8)).wire)
            try await client.read(&printed, until: "sum=42")
            // The size of a window says nothing to a serial line.
            try await client.send(RawFrame.text(#"{"columns":80,"rows":25}"#).wire)
            try await expectClose(4003, of: server, .serial, as: "bob", reason: "ann has it open")
            try await client.send(RawFrame.binary(Array("reboot\r".utf8)).wire)
            try await client.read(&printed, until: "Restarting system")
            try await client.read(&printed, until: prompt)
            try await client.send(RawFrame.binary(Array("echo again=$((50+5))\r".utf8)).wire)
            try await client.read(&printed, until: "again=55")
            let (taken, isOver) = AsyncStream.makeStream(of: Void.self)
            async let bob: Void = server.open(.serial, as: "bob", takeOver: true) { other in
                var more = ""
                // What is typed before goes nowhere, as with a cable that is not plugged in.
                while try #require(try await other.nextFrame()).text.contains("attached") == false {}
                try await other.send(RawFrame.binary(Array("echo bob=$((1+1))\r".utf8)).wire)
                try await other.read(&more, until: "bob=2")
                // Were it given back at once, the first one would have it again.
                for await _ in taken {}
            }
            #expect(try await client.lastFrame()?.code == 4003)
            isOver.finish()
            try await bob
        }
    }

    /// The screen: RFB through the gateway, without a password for the client, until pixels change.
    private static func see(_ server: ConsoleServer, until domain: Domain) async throws {
        try await server.open(.vnc) { client in
            var screen = RFBClient(client)
            let (width, height) = try await screen.begin()
            #expect(width >= 320 && height >= 200)
            var pixels = try await screen.picture(width, height)
            while !pixels.contains(where: { $0 != pixels[0] }) {
                try await Task.sleep(for: .milliseconds(500))
                pixels = try await screen.picture(width, height)
            }
            try await domain.destroy()
            let last = try await screen.connection.lastFrame()
            #expect(last?.code == 4001, "\(last?.text ?? "no goodbye")")
        }
    }

    private static func expectClose(
        _ code: Int, of server: ConsoleServer, _ kind: ConsoleKind, as user: String = "ann", reason: String? = nil
    ) async throws {
        try await server.open(kind, as: user) { client in
            let frame = try await client.lastFrame()
            #expect(frame?.code == code)
            if let reason { #expect(frame?.text.hasSuffix(reason) == true) }
        }
    }
}

extension RawConnection {
    /// Reads what a serial console prints until it has printed something; it is taken out of `printed` then.
    fileprivate mutating func read(_ printed: inout String, until word: String) async throws {
        while true {
            if let range = printed.firstRange(of: word) {
                printed.removeSubrange(..<range.upperBound)
                return
            }
            let frame = try #require(try await nextFrame(), "the console ended before '\(word)'")
            try #require(frame.code == nil, "the console ended with \(frame.code ?? 0) before '\(word)'")
            if frame.first == 0x82 { printed += frame.text }
        }
    }

    /// The goodbye.
    fileprivate mutating func lastFrame() async throws -> RawFrame? {
        while let frame = try await nextFrame() {
            if frame.code != nil { return frame }
        }
        return nil
    }
}
