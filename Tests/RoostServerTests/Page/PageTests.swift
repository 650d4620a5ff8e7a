import Foundation
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import NIOEmbedded
import Testing
import WebFiles

@testable import RoostServer

struct PageTests {
    /// A directory with a page and a library, and a secret next to them.
    private static func withFolder(_ body: (String) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.path() + "t-\(UInt32.random(in: 0..<1_000_000))-page"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        for (path, text) in [
            ("web/index.html", "<!doctype html>"), ("web/app.js", "export {}"), ("web/.hidden", "x"), ("secret", "x"),
        ] {
            let file = URL(filePath: "\(folder)/\(path)")
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
        try await body(folder)
    }

    @Test(arguments: [
        "/../secret", "/%2e%2e/secret", "/..%2fsecret", "/app.js/../../secret", "/.hidden", "/%2ehidden",
        "//etc/passwd",
        "/app.js%00.html", "/..\\secret", "/..%5csecret", "/%ff", "/a//b.js", "/./app.js", "/vendor/../../secret.js",
        "/vendor/novnc/../../../secret.js", "/vendor/novnc/%2e%2e/%2e%2e/secret.js", "/vendor", "/vendor/",
        "/vendor/novnc", "/vendor/other/file.js", "/none.js",
    ])
    func nothingElseIsSent(path: String) async throws {
        try await Self.withFolder { folder in
            try await TestServer { $0.webRoot = folder + "/web" }.run { visitor async throws in
                let answer = try await visitor.ask(.get, path)
                #expect(answer.status == 404 && answer.problem == "not-found", "\(answer)")
            }
        }
    }

    @Test(arguments: [
        ("/", "text/html; charset=utf-8"), ("/index.html", "text/html; charset=utf-8"),
        ("/machines/alpha/web1", "text/html; charset=utf-8"), ("/app.js", "text/javascript; charset=utf-8"),
    ])
    func thePageIsSent(path: String, type: String) async throws {
        try await Self.withFolder { folder in
            try await TestServer { $0.webRoot = folder + "/web" }.run { visitor async throws in
                let answer = try await visitor.ask(.get, path)
                #expect(answer.status == 200 && answer.headers[.contentType] == type)
                let tag = try #require(answer.headers[.eTag])
                #expect(try await visitor.ask(.get, path, nil, [.ifNoneMatch: "\"other\", \(tag)"]).status == 304)
                let head = try await visitor.ask(.head, path)
                #expect(head.body.isEmpty && head.headers[.contentLength] == String(answer.body.utf8.count))
                #expect(try await visitor.ask(.post, path).status == 404)
            }
        }
    }

    @Test func aMissingLibraryIsNamedWithItsPackage() async throws {
        let vendor = VendorDirectory(name: "novnc", path: "/nonexistent/novnc", package: "novnc")
        let files = PageFiles(webRoot: "/nonexistent", vendors: [vendor])
        let problem = await #expect(throws: Problem.self) {
            _ = try await files.handle(
                Request(
                    head: HTTPRequest(
                        method: .get, scheme: "http", authority: "localhost", path: "/vendor/novnc/rfb.js"),
                    body: RequestBody(buffer: ByteBuffer())),
                context: RoostRequestContext(
                    source: ApplicationRequestContextSource(channel: EmbeddedChannel(), logger: Logger(label: "test")))
            ) { _, _ in Response(status: .ok) }
        }
        #expect(problem?.remedy == "apt-get install novnc")
    }

    @Test func everyAnswerForbidsWhatThePageDoesNotNeed() async throws {
        try await TestServer().run { visitor async throws in
            for path in ["/healthz", "/api/v1/session", "/api/v1/none", "/none.js", "/robots.txt"] {
                let headers = try await visitor.ask(.get, path).headers
                #expect(headers[.contentSecurityPolicy]?.contains("script-src 'self';") == true, "\(path)")
                #expect(headers[.xContentTypeOptions] == "nosniff" && headers[.cacheControl] != nil, "\(path)")
            }
            #expect(try await visitor.ask(.get, "/api/v1/session").headers[.cacheControl] == "no-store")
            #expect(!SecurityHeaders.policy.contains("unsafe"))
        }
    }

    /// The list of embedded files is made by scripts/embed-web; this finds one that was forgotten, or is old.
    @Test func theProgramHasTheFilesThatAreInTheRepository() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../Web").standardized
        #expect(!WebFiles.all.isEmpty)
        for (path, bytes) in WebFiles.all {
            #expect(try Data(contentsOf: root.appending(path: path)) == Data(bytes), "\(path)")
        }
        let wanted: Set = ["html", "css", "js", "svg", "png", "ico", "txt", "webmanifest", "woff2"]
        let names = FileManager.default.enumerator(atPath: root.path())?.compactMap { $0 as? String } ?? []
        for name in names where wanted.contains(URL(filePath: name).pathExtension) {
            #expect(WebFiles.all[name] != nil, "\(name) is not embedded: run scripts/embed-web")
        }
    }
}
