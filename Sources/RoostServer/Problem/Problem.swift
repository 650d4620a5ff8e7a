import Foundation
import HTTPTypes
import Hummingbird
import RoostCore

/// A refusal as RFC 9457 has it. Routes throw RoostCore's ``Failure``; only what is about HTTP itself is thrown as this.
struct Problem: Error, Hashable, Sendable, Encodable {
    /// `urn:roost:problem:` and the kind: what a program decides by.
    let type: String
    /// What failed.
    let title: String
    let status: Int
    /// Why, where it is known.
    let detail: String?
    /// What the person can do.
    let remedy: String?
    /// After how many seconds another try makes sense; becomes `Retry-After`.
    let retryAfter: Int?

    private enum CodingKeys: String, CodingKey {
        case type, title, status, detail, remedy, retryAfter
    }

    init(
        _ kind: String, status: Int, _ title: String, detail: String? = nil, remedy: String? = nil,
        retryAfter: Int? = nil
    ) {
        type = "urn:roost:problem:\(kind)"
        self.title = title
        self.status = status
        self.detail = detail
        self.remedy = remedy
        self.retryAfter = retryAfter
    }

    init(_ failure: Failure) {
        // 207 (some of several failed) is no status for a refusal as a whole.
        self.init(
            failure.kind.name, status: failure.kind.httpStatus < 400 ? 500 : failure.kind.httpStatus, failure.what,
            detail: failure.why, remedy: failure.remedy)
    }

    func response() throws -> Response {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        var response = Response(
            status: HTTPResponse.Status(code: status), headers: [.contentType: "application/problem+json"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: try encoder.encode(self))))
        if let retryAfter { response.headers[.retryAfter] = String(retryAfter) }
        if status == 401 { response.headers[.wwwAuthenticate] = "Bearer" }
        return response
    }
}
