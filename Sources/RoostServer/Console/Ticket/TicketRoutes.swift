import HTTPTypes
import Hummingbird
import RoostCore

/// `POST …/machines/{uuid}/tickets`: the leave to open one console once.
struct TicketRoutes {
    let gateway: ConsoleGateway

    func add(to group: RouterGroup<RoostRequestContext>) {
        let group = group.requires(.operator)
        group.post("/hosts/{host}/machines/{uuid}/tickets", use: issue)
        // Who asks for a console without the words that make it a WebSocket.
        group.get("/hosts/{host}/machines/{uuid}/console/{kind}") { _, _ -> Response in
            throw Problem(
                "websocket-needed", status: 426, "A console is a WebSocket",
                remedy: "Open it with a ticket, as docs/decisions/022 says.")
        }
    }

    private struct Wish: StrictBody {
        static let fields: Set<String> = ["kind", "takeOver"]

        let kind: ConsoleKind
        let takeOver: Bool?
    }

    @Sendable private func issue(
        _ request: Request, _ context: RoostRequestContext
    ) async throws -> Response {
        let identity = try context.known()
        let host = try context.part("host")
        let wish = try await request.strict(Wish.self, context)
        let machine = try await gateway.machine(try context.uuid(), host)
        let place = ConsolePlace(host: host, machine: machine.uuid, kind: wish.kind)
        // Written down is what comes of it: a ticket that nobody uses opens nothing.
        let ticket = try gateway.tickets.issue(
            ConsoleGrant(identity, place, takesOver: wish.takeOver ?? false, name: machine.name))
        return try ServerJSON.response(ticket, status: .created, headers: [.cacheControl: "no-store"])
    }
}
