import Foundation
import Testing

@testable import RoostClient
@testable import RoostCore

struct ServerBookTests {
    private static func withBook(_ body: (ServerBook) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.path + "/roost-book-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try await body(ServerBook(path: "\(folder)/roost/servers.yaml"))
    }

    private static func entry(_ address: String, trust: ServerTrust = .system) throws -> ServerEntry {
        ServerEntry(
            address: try ServerURL(address), user: "ada", role: "operator",
            expires: Date(timeIntervalSince1970: 2_000_000_000), tokenID: "id1", token: Secret("roost_secret"),
            trust: trust)
    }

    @Test func whatIsNotedIsReadAgain() async throws {
        try await Self.withBook { book in
            #expect(try book.entries().isEmpty)
            let one = try Self.entry("https://one:9090", trust: .pinned("-----BEGIN\nx\n-----END\n"))
            let two = try Self.entry("https://two:443", trust: .authority("ca\n"))
            try await book.set(one)
            try await book.set(two)
            #expect(try book.entries() == [one, two])
            #expect(try book.entry(try ServerURL("one")) == one)
            try await book.remove(one.address)
            #expect(try book.entries() == [two])
        }
    }

    @Test func itIsItsOwnersAlone() async throws {
        try await Self.withBook { book in
            try await book.set(try Self.entry("https://one:9090"))
            func mode() throws -> Int? {
                (try FileManager.default.attributesOfItem(atPath: book.path)[.posixPermissions] as? NSNumber)?.intValue
            }
            #expect(try mode() == 0o600)
            try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: book.path)
            let failure = #expect(throws: Failure.self) { try book.entries() }
            #expect(
                failure?.kind == .permission && failure?.remedy?.hasPrefix("Make it yours alone: chmod 600") == true)
        }
    }

    @Test func whatIsWrongInItDoesNotTellItsSecrets() async throws {
        try await Self.withBook { book in
            try await book.set(try Self.entry("https://one:9090"))
            let text = try String(contentsOfFile: book.path, encoding: .utf8)
            try text.replacing("user: ada", with: "user: [ada]").write(
                toFile: book.path, atomically: false, encoding: .utf8)
            let failure = #expect(throws: Failure.self) { try book.entries() }
            #expect(failure?.kind == .usage && failure.map { !"\($0)".contains("roost_secret") } == true)
        }
    }

    @Test func addressesAreReadStrictly() throws {
        for (text, meant) in [
            ("host1", "https://host1:9090"), ("host1:1234", "https://host1:1234"),
            ("https://Host1/", "https://host1:443"),
            ("10.0.0.5", "https://10.0.0.5:9090"), ("https://[::1]:9090", "https://[::1]:9090"),
            ("http://localhost:8080", "http://localhost:8080"),
        ] { #expect(try ServerURL(text).description == meant) }
        for text in [
            "", "http://far.example:9090", "https://ada:secret@host1", "https://host1/path", "https://host1?x=1",
            "ftp://host1",
            "https://host1:99999", "host 1", "https://hö1",
        ] { #expect(throws: Failure.self, "\(text)") { try ServerURL(text) } }
    }

    /// A server that takes no other page's WebSocket compares the two.
    @Test func hostAndOriginAreThoseOfABrowser() throws {
        for (text, host, origin) in [
            ("https://host1", "host1", "https://host1"), ("https://host1:443", "host1", "https://host1"),
            ("https://host1:80", "host1:80", "https://host1:80"), ("host1", "host1:9090", "https://host1:9090"),
            ("http://localhost:80", "localhost", "http://localhost"),
            ("https://[fd00::1]", "[fd00::1]", "https://[fd00::1]"),
            ("https://[fd00::1]:9090", "[fd00::1]:9090", "https://[fd00::1]:9090"),
        ] {
            let url = try ServerURL(text)
            #expect(url.hostField == host && url.origin == origin, "\(text)")
        }
    }
}
