import HTTPTypes
import Hummingbird
import NIOCore
import RoostCore
import Synchronization

/// `/events`: everything that changes, as Server-Sent Events. A reader that comes back with `Last-Event-ID` goes on where it
/// was; one that is too slow gets `resync` and looks at everything again.
struct EventRoutes: Sendable {
    private let hub: EventHub
    private let streams: EventStreams
    /// Who has opened a stream, a while later: a session can end while its stream is open.
    private let again: @Sendable (Identity) async -> Identity?

    init(
        hub: EventHub, limits: EventStreams.Limits = EventStreams.Limits(),
        again: @escaping @Sendable (Identity) async -> Identity?
    ) {
        self.hub = hub
        streams = EventStreams(limits)
        self.again = again
    }

    func add(to group: RouterGroup<RoostRequestContext>) {
        group.requires(.viewer, filtersHosts: true).get("/events", use: open)
    }

    @Sendable private func open(_ request: Request, _ context: RoostRequestContext) async throws -> Response {
        let identity = try context.known()
        let given =
            request.headers[HTTPField.Name("Last-Event-ID")!]
            ?? request.uri.queryParameters["lastEventID"].map(String.init)
        let place = try streams.enter(identity.user)
        // Before the reading begins: what happens in between is told, and has a higher number.
        let start = hub.feed.last
        // What is no number of ours was never one of ours: look again.
        let changes = hub.feed.changes(after: given.map { UInt64($0) ?? 0 })
        let body = ResponseBody { [again] writer in
            defer { place.leave() }
            // The browser remembers the number, so that even a stream that breaks off at once can be gone on with.
            let greeting = given == nil ? "retry: 2000\nid: \(start)\n\n" : "retry: 2000\n\n"
            try await writer.write(ByteBuffer(string: greeting))
            var identity = identity
            var lastCheck = ContinuousClock.now
            for await item in changes {
                if .now - lastCheck > EventHub.keepAliveInterval {
                    guard let now = await again(identity) else { break }
                    identity = now
                    lastCheck = .now
                }
                switch item {
                case .change(let event, _): if event.isFor(identity) { try await writer.write(event.bytes) }
                case .resynchronise(let number):
                    try await writer.write(ByteBuffer(string: "id: \(number)\nevent: resync\ndata: {}\n\n"))
                }
            }
            try await writer.finish(nil)
        }
        return Response(
            status: .ok,
            headers: [
                .contentType: "text/event-stream", .cacheControl: "no-store",
                HTTPField.Name("X-Accel-Buffering")!: "no",
            ], body: body)
    }
}
