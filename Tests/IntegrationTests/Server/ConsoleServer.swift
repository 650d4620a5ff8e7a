import HTTPTypes
import Hummingbird
import Logging
import ServiceLifecycle
import WebSocketTesting
import WebSocketUpgrade

@testable import RoostCore
@testable import RoostServer

/// The console gateway on a port of the loopback, with a doorkeeper that believes the cookie.
struct ConsoleServer: Sendable {
    let port: Int
    let gateway: ConsoleGateway
    let machine: Machine
    /// What the audit trail is written into.
    let store: Store

    static func run(
        _ machine: Machine, limits: ConsoleLimits = ConsoleLimits(), webSocket: WebSocketLimits = WebSocketLimits(),
        _ body: @escaping @Sendable (ConsoleServer) async throws -> Void
    ) async throws {
        let origin = OriginCheck(isSecure: false, origins: [], isLocal: true)
        let access = ConsoleAccess(
            identify: { request in
                request.headerFields[.cookie].map {
                    Identity(user: $0, role: .operator, session: SessionID($0))
                }
            }, comesFromOwnPage: { origin.comesFromOwnPage($0) }, mayStay: { _ in true })
        var log = Logger(label: "test")
        log.logLevel = .critical
        let store = try Store.inMemory()
        let audit = AuditTrail(store: store, log: log)
        let gateway = ConsoleGateway(access: access, audit: audit, limits: limits, log: log) { uuid, _ in
            try await machine.host.machine(uuid)
        }
        let (ports, found) = AsyncStream.makeStream(of: Int.self)
        let application = Application(
            router: Router(), server: gateway.serverBuilder(limits: webSocket),
            configuration: .init(address: .hostname("127.0.0.1", port: 0)),
            onServerRunning: { found.yield($0.localAddress?.port ?? 0) }, logger: log)
        let group = ServiceGroup(services: [application], logger: log)
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await group.run() }
            var iterator = ports.makeAsyncIterator()
            try await body(
                ConsoleServer(port: await iterator.next() ?? 0, gateway: gateway, machine: machine, store: store))
            await group.triggerGracefulShutdown()
            try await tasks.waitForAll()
        }
    }

    /// The same server, for another machine of its host.
    func at(_ machine: Machine) -> Self { Self(port: port, gateway: gateway, machine: machine, store: store) }

    /// Opens a console as somebody.
    func open(
        _ kind: ConsoleKind, as user: String = "ann", takeOver: Bool = false,
        _ body: @escaping (inout RawConnection) async throws -> Void
    ) async throws {
        let identity = Identity(user: user, role: .operator, session: SessionID(user))
        let place = ConsolePlace(host: "here", machine: machine.uuid, kind: kind)
        let ticket = try gateway.tickets.issue(ConsoleGrant(identity, place, takesOver: takeOver)).ticket
        let port = port
        try await RawClient.connected(to: port) { client in
            try await client.send(
                "GET /api/v1/hosts/here/machines/\(place.machine)/console/\(kind.rawValue) HTTP/1.1\r\n"
                    + "Host: 127.0.0.1:\(port)\r\nOrigin: http://127.0.0.1:\(port)\r\nCookie: \(user)\r\n"
                    + "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                    + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                    + "Sec-WebSocket-Protocol: binary, roost.ticket.\(ticket)\r\n\r\n")
            let head = try await client.readHead() ?? ""
            guard head.hasPrefix("HTTP/1.1 101"), !head.contains("ticket") else { throw Refused(head: head) }
            try await body(&client)
        }
    }

    struct Refused: Error {
        let head: String
    }
}
