import Foundation
import Gzip
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Testing

@testable import RoostServer

struct GzipTests {
    /// What a program other than ours makes of it.
    private func unpacked(_ bytes: [UInt8]) throws -> [UInt8] {
        let program = Process()
        let (input, output) = (Pipe(), Pipe())
        program.executableURL = URL(filePath: "/bin/gzip")
        program.arguments = ["-dc"]
        (program.standardInput, program.standardOutput) = (input, output)
        try program.run()
        try input.fileHandleForWriting.write(contentsOf: Data(bytes))
        try input.fileHandleForWriting.close()
        let result = try output.fileHandleForReading.readToEnd() ?? Data()
        program.waitUntilExit()
        #expect(program.terminationStatus == 0)
        return Array(result)
    }

    @Test func itIsWhatGzipReads() throws {
        for bytes in [[], [0], Array("roost".utf8), [UInt8](repeating: 7, count: 40_000)] {
            #expect(try unpacked(try #require(Gzip.compressed(bytes))) == bytes)
        }
    }

    private func get(_ visitor: TestVisitor, _ uri: String, _ accept: String?) async throws -> TestResponse {
        var headers = visitor.headers
        headers[.acceptEncoding] = accept
        return try await visitor.client.execute(uri: uri, method: .get, headers: headers) { $0 }
    }

    @Test func listsAndFilesAreSmallerForWhomTakesThat() async throws {
        let world = try await APIWorld(machines: 200)
        try await world.run(as: .viewer) { visitor async throws in
            for uri in ["/api/v1/machines", "/api/v1/openapi.json", "/main.js", "/"] {
                let plain = try await get(visitor, uri, nil)
                #expect(plain.headers[.contentEncoding] == nil && plain.headers[.vary] == "Accept-Encoding")
                let small = try await get(visitor, uri, "br, gzip;q=0.8")
                #expect(
                    small.headers[.contentEncoding] == "gzip" && small.headers[.vary] == "Accept-Encoding", "\(uri)")
                #expect(small.body.readableBytes < plain.body.readableBytes * 2 / 3)
                // Rows hold what is measured meanwhile.
                let text = try unpacked(Array(small.body.readableBytesView))
                if uri != "/api/v1/machines" { #expect(text == Array(plain.body.readableBytesView), "\(uri)") }
                #expect(try await get(visitor, uri, "gzip;q=0, deflate").headers[.contentEncoding] == nil)
                guard let tag = small.headers[.eTag] else { continue }
                #expect(tag != plain.headers[.eTag])
                var fields = visitor.headers
                (fields[.acceptEncoding], fields[.ifNoneMatch]) = ("gzip", tag)
                let again = try await visitor.client.execute(uri: uri, method: .get, headers: fields) { $0.status.code }
                #expect(again == 304)
            }
            // What is small stays as it is.
            #expect(try await get(visitor, "/api/v1/machines?limit=1", "gzip").headers[.contentEncoding] == nil)
        }
    }

    @Test func whatHoldsASecretIsNeverCompressed() async throws {
        let world = try await APIWorld(machines: 1)
        let places = Set(world.test.server.router().routes.map { "\($0.path)" })
        #expect(SmallerLists.addresses.isSubset(of: places))
        for secret in ["session", "token", "ticket", "operation", "xml", "audit", "event"] {
            #expect(!SmallerLists.addresses.contains { $0.contains(secret) })
        }
        try await world.run { visitor async throws in
            for path in ["/api/v1/session", "/api/v1/sessions", "/api/v1/tokens", "/api/v1/operations"] {
                let answer = try await get(visitor, path, "gzip")
                #expect(answer.headers[.contentEncoding] == nil && answer.headers[.vary] == nil, "\(path)")
            }
        }
    }
}
