import Gzip
import HTTPTypes
import Hummingbird
import NIOCore

/// Sends long lists by gzip to whom takes it: a thousand machines are a tenth of their text then.
///
/// Only of these addresses, which hold no secret: where one stands beside what somebody else may have written, the size of the
/// compressed answer can tell of it (BREACH). So never sessions, tokens, tickets, and results of operations.
struct SmallerLists: RouterMiddleware {
    static let addresses: Set<String> = [
        "/api/v1/machines", "/api/v1/hosts", "/api/v1/hosts/{host}/usage", "/api/v1/hosts/{host}/machines/{uuid}/usage",
        "/api/v1/hosts/{host}/pools/{pool}/volumes", "/api/v1/hosts/{host}/images", "/api/v1/catalogue",
        "/api/v1/openapi.json",
    ]

    /// What is smaller gains nothing.
    private static let smallest = 1400

    func handle(
        _ request: Request, context: RoostRequestContext,
        next: (Request, RoostRequestContext) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        guard let address = context.endpointPath, Self.addresses.contains(address), response.status == .ok else {
            return response
        }
        response.headers[.vary] = "Accept-Encoding"
        guard request.takesGzip, request.method == .get, let length = response.body.contentLength,
            length >= Self.smallest
        else { return response }
        let whole = WholeBody()
        try await response.body.write(whole)
        // The quickest: most of what can be saved is saved by it.
        if let small = Gzip.compressed(whole.bytes, level: 1) {
            response.headers[.contentEncoding] = "gzip"
            response.headers[.contentLength] = nil
            response.body = ResponseBody(byteBuffer: ByteBuffer(bytes: small))
        } else {
            response.body = ResponseBody(byteBuffer: ByteBuffer(bytes: whole.bytes))
        }
        return response
    }
}

/// Takes a body that is all there already.
private final class WholeBody: ResponseBodyWriter {
    private(set) var bytes: [UInt8] = []

    func write(_ buffer: ByteBuffer) { bytes += Array(buffer.readableBytesView) }

    func finish(_ trailingHeaders: HTTPFields?) {}
}
