import Hummingbird
import Logging

/// Counts requests, and writes each that changed something or failed into the log. The path's pattern stands for the path,
/// which may hold what strangers made up.
struct RequestMeter: RouterMiddleware {
    let metrics: Metrics

    func handle(
        _ request: Request, context: RoostRequestContext,
        next: (Request, RoostRequestContext) async throws -> Response
    ) async throws -> Response {
        let start = ContinuousClock.now
        let response = try await next(request, context)
        let duration = ContinuousClock.now - start
        let route = context.endpointPath ?? "none"
        let method = Self.methods.contains(request.method) ? request.method.rawValue : "other"
        metrics.count(
            "roost_http_requests_total",
            labels: Metrics.labels(["method": method, "route": route, "status": String(response.status.code)]))
        metrics.time("roost_http_request_duration_seconds", duration, labels: Metrics.labels(["route": route]))
        context.logger.log(
            level: response.status.code >= 500 ? .error : .debug, "request",
            metadata: [
                "method": "\(method)", "path": "\(request.uri.path.prefix(300))", "status": "\(response.status.code)",
                "address": "\(context.address)", "milliseconds": "\(Int(duration / .milliseconds(1)))",
            ])
        return response
    }

    private static let methods: Set<HTTPRequest.Method> = [.get, .head, .post, .put, .patch, .delete, .options]
}
