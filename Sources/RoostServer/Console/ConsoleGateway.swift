import Foundation
import HTTPTypes
import HummingbirdCore
import Logging
import NIOCore
import RoostCore
import WebSocketUpgrade

/// Lets browsers at machines' screens and serial consoles, by WebSocket, each with a ticket.
struct ConsoleGateway: Sendable {
    /// The machine of a UUID on a host, by the standing connection.
    let machine: @Sendable (_ uuid: String, _ host: String) async throws -> Machine
    let access: ConsoleAccess
    let audit: AuditTrail
    let tickets: ConsoleTickets
    let consoles: OpenConsoles
    let log: Logger

    /// How often somebody looks whether an open console may stay.
    private static let interval = Duration.seconds(2)

    init(
        access: ConsoleAccess, audit: AuditTrail, tickets: ConsoleTickets = ConsoleTickets(),
        limits: ConsoleLimits = ConsoleLimits(), log: Logger = Logger(label: "roost.console"),
        machine: @escaping @Sendable (_ uuid: String, _ host: String) async throws -> Machine
    ) {
        self.access = access
        self.audit = audit
        self.tickets = tickets
        self.log = log
        self.machine = machine
        consoles = OpenConsoles(limits: limits)
    }

    /// The server with WebSockets for the consoles; put it into `.tls(…)` for TLS.
    func serverBuilder(
        configuration: HTTP1Channel.Configuration = .init(), limits: WebSocketLimits = WebSocketLimits()
    ) -> HTTPServerBuilder {
        .http1WebSockets(
            configuration: configuration, limits: limits, paths: { ConsolePlace(path: $0) != nil }, decide: decide)
    }

    /// Everything of a session that has ended ends.
    func end(session: SessionID) async {
        tickets.revoke(session: session)
        await consoles.end(session: session)
    }

    /// Who is let in. Nothing is said of why somebody is not, beyond what that one could know.
    @Sendable func decide(_ request: WebSocketRequest) async -> WebSocketDecision {
        do {
            let (identity, grant) = try await admit(request)
            let address = request.remoteAddress?.plainAddress ?? "local"
            return .accept(subprotocol: request.subprotocols.contains("binary") ? "binary" : nil) { socket in
                await record(socket, identity, grant, address)
            }
        } catch {
            return .refuse(refusal(error))
        }
    }

    /// The ticket is used up by this, whatever comes of it.
    private func admit(_ request: WebSocketRequest) async throws -> (Identity, ConsoleGrant) {
        guard access.comesFromOwnPage(request.head) else { throw Problem.crossSite }
        let offered = request.subprotocols.filter { $0.hasPrefix(ConsoleTicket.subprotocolPrefix) }
        guard offered.count == 1,
            let grant = tickets.redeem(String(offered[0].dropFirst(ConsoleTicket.subprotocolPrefix.count)))
        else { throw Problem.ticket }
        guard let identity = try await access.identify(request.head), identity.role >= .operator,
            identity.reaches(host: grant.place.host)
        else { throw Problem.unauthenticated }
        guard grant.isFor(identity), ConsolePlace(path: request.head.path ?? "") == grant.place else {
            log.warning(
                "a console's ticket was shown by whom, or where, it is not for", metadata: ["user": "\(identity.user)"])
            throw Problem.ticket
        }
        return (identity, grant)
    }

    /// Writes down that it is open, and for how long. What cannot be written down is not opened.
    private func record(
        _ socket: WebSocket, _ identity: Identity, _ grant: ConsoleGrant, _ address: String
    ) async {
        let detail = grant.place.kind.rawValue + (grant.takesOver ? ", taken over" : "")
        do {
            try await audit.recordLasting(
                identity, address: address, action: "console", host: grant.place.host, machine: grant.name,
                detail: detail
            ) {
                let reason = await serve(socket, identity, grant).reason
                return reason.isEmpty ? "closed at the page" : reason
            }
        } catch {
            await socket.close(ConsoleClose.failed)
        }
    }

    /// Shows it until it ends, and says to the client how it ended.
    private func serve(_ socket: WebSocket, _ identity: Identity, _ grant: ConsoleGrant) async -> WebSocketClose {
        let (revocation, revoked) = AsyncStream.makeStream(of: Void.self)
        guard let number = consoles.add(grant, socket, onEnd: { revoked.finish() }) else {
            let end = ConsoleClose.tooMany("too many consoles are open")
            await socket.close(end)
            return end
        }
        return await withTaskGroup(of: WebSocketClose.self) { group in
            group.addTask { await show(socket, grant, number) }
            group.addTask { await watch(identity) }
            group.addTask {
                for await _ in revocation {}
                return ConsoleClose.revoked
            }
            let reason = await group.next() ?? .normal
            let end = consoles.remove(number) ? ConsoleClose.revoked : reason
            // On the host it ends at once. A guest that does not read may hold up the rest for a while: the goodbye does not
            // wait for it, nor does the rest for a client that does not answer the goodbye.
            group.cancelAll()
            await socket.close(end)
            return end
        }
    }

    /// Until the person may not have it open any more.
    private func watch(_ identity: Identity) async -> WebSocketClose {
        while await access.mayStay(identity) {
            // A cancellation: the console has ended.
            guard (try? await Task.sleep(for: Self.interval)) != nil else { return .normal }
        }
        return ConsoleClose.revoked
    }

    private func show(_ socket: WebSocket, _ grant: ConsoleGrant, _ number: UInt64) async -> WebSocketClose {
        do {
            let machine = try await machine(grant.place.machine, grant.place.host)
            switch grant.place.kind {
            case .vnc: return try await VNCGateway(machine: machine).run(socket)
            case .serial:
                return try await SerialGateway(machine: machine).run(socket, takeOver: grant.takesOver) {
                    consoles.user(of: grant.place, besides: number)
                }
            }
        } catch let failure as Failure {
            return ConsoleClose.after(failure)
        } catch is CancellationError {
            return .goingAway
        } catch let error as ChannelError {
            log.debug("a console's way is gone", metadata: ["error": "\(error)"])
            return ConsoleClose.lost("the connection was lost")
        } catch {
            log.error("a console failed", metadata: ["error": "\(error)", "machine": "\(grant.place.machine)"])
            return ConsoleClose.failed
        }
    }

    private func refusal(_ error: any Error) -> WebSocketRefusal {
        let problem =
            switch error {
            case let problem as Problem: problem
            case let failure as Failure: Problem(failure)
            default: Problem("failed", status: 500, "The server failed")
            }
        // A value of a few strings can be encoded.
        let body = (try? JSONEncoder().encode(problem)) ?? Data()
        return WebSocketRefusal(
            HTTPResponse.Status(code: problem.status), contentType: "application/problem+json",
            body: ByteBuffer(bytes: body))
    }
}

extension Problem {
    static let ticket = Problem(
        "ticket", status: 403, "The ticket opens nothing", detail: "It is unknown, used, late or for something else.",
        remedy: "Ask for another.")
}
