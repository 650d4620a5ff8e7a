import Crypto
import Foundation
import Gzip
import NIOCore

/// One file of the page, ready to be sent.
struct PageFile: Sendable {
    let content: ByteBuffer
    /// The same by gzip; nil where that gains nothing.
    let smaller: ByteBuffer?
    let type: String
    /// With its quotes.
    let tag: String

    init(_ bytes: some Collection<UInt8>, name: String) {
        content = ByteBuffer(bytes: bytes)
        type = Self.type(of: name)
        let smaller = bytes.count >= Self.smallest && Self.isText(type) ? Gzip.compressed(Array(bytes)) : nil
        self.smaller = smaller.flatMap { $0.count < bytes.count ? ByteBuffer(bytes: $0) : nil }
        tag = "\"\(RandomText.encoded(SHA256.hash(data: Data(bytes)).prefix(18)))\""
    }

    private static let smallest = 1000

    private static func isText(_ type: String) -> Bool {
        type.hasPrefix("text/") || type.hasSuffix("json") || type.hasSuffix("xml")
    }

    private static func type(of name: String) -> String {
        let ending = name.split(separator: ".").last.map { $0.lowercased() } ?? ""
        return types[ending] ?? "application/octet-stream"
    }

    private static let types = [
        "html": "text/html; charset=utf-8", "js": "text/javascript; charset=utf-8",
        "mjs": "text/javascript; charset=utf-8", "css": "text/css; charset=utf-8", "svg": "image/svg+xml",
        "png": "image/png", "ico": "image/x-icon", "json": "application/json", "map": "application/json",
        "webmanifest": "application/manifest+json", "txt": "text/plain; charset=utf-8", "woff2": "font/woff2",
        "wasm": "application/wasm",
    ]
}
