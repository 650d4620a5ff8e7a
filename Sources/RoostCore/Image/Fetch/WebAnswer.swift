import AsyncHTTPClient
import NIOCore
import NIOHTTP1

/// What a web server answered, its headers read with distrust.
struct WebAnswer: Sendable {
    let status: Int
    /// Where it came from, after redirects.
    let address: ImageAddress
    let headers: WebHeaders
    let body: HTTPClientResponse.Body
}

/// The headers that matter to a transfer. What is not clear is as if it were not there.
struct WebHeaders: Hashable, Sendable {
    struct Range: Hashable, Sendable {
        /// Where the bytes begin; nil where there are none of those asked for.
        var start: UInt64?
        /// Of the whole, in bytes.
        var total: UInt64?
    }

    /// Of what follows, in bytes.
    var length: UInt64?
    /// Changes when the content does: a strong ETag, else the time of the last change.
    var validator: String?
    var range: Range?

    private static let longestValidator = 256

    init(_ headers: HTTPHeaders) {
        func only(_ name: String) -> String? {
            let values = headers[name]
            return values.count == 1 ? values[0] : nil
        }
        length = only("content-length").flatMap(Self.number)
        // Only a strong one promises the same bytes.
        let tag = only("etag").flatMap { $0.hasPrefix("\"") && $0.hasSuffix("\"") && $0.utf8.count > 2 ? $0 : nil }
        validator = [tag, only("last-modified")].lazy.compactMap(\.self).first {
            $0.utf8.count <= Self.longestValidator && $0.utf8.allSatisfy { (0x20...0x7E).contains($0) }
        }
        range = only("content-range").flatMap(Self.range)
    }

    /// "bytes 5-9/10", "bytes */10", "bytes 5-9/*".
    private static func range(_ text: String) -> Range? {
        guard text.lowercased().hasPrefix("bytes ") else { return nil }
        let parts = text.dropFirst("bytes ".count).split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2 else { return nil }
        let total = number(String(parts[1]))
        guard total != nil || parts[1] == "*" else { return nil }
        if parts[0] == "*" { return Range(start: nil, total: total) }
        let ends = parts[0].split(separator: "-", omittingEmptySubsequences: false).map { number(String($0)) }
        guard ends.count == 2, let start = ends[0], let end = ends[1], start <= end, end < total ?? .max else {
            return nil
        }
        return Range(start: start, total: total)
    }

    /// Digits alone: what `UInt64` itself reads may have a sign.
    private static func number(_ text: String) -> UInt64? {
        guard !text.isEmpty, text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else {
            return nil
        }
        return UInt64(text)
    }
}
