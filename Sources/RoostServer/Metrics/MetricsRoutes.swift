import HTTPTypes
import Hummingbird

/// `/metrics` in Prometheus' text format: for whoever has a login or an API token; where the settings say so, also for every
/// program on this computer.
struct MetricsRoutes {
    let parts: ServerParts
    let isOpenNearby: Bool

    private static let forwarding = ["Forwarded", "X-Forwarded-For", "X-Real-IP"].compactMap { HTTPField.Name($0) }

    func add(to group: RouterGroup<RoostRequestContext>) {
        group.get("/metrics") { request, context in
            // Behind a proxy everybody seems to be on this computer.
            let isForwarded = Self.forwarding.contains { request.headers[$0] != nil }
            let isNear = isOpenNearby && !isForwarded && (context.remoteAddress?.isLoopback ?? false)
            if !isNear {
                guard try context.known().host == nil else { throw Problem.roleNeeded(.viewer) }
            }
            return Response(
                status: .ok, headers: [.contentType: "text/plain; version=0.0.4; charset=utf-8"],
                body: ResponseBody(byteBuffer: ByteBuffer(string: parts.metrics.text)))
        }
    }
}
