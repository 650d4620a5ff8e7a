import NIOCore
import NIOPosix
import Synchronization
import TerminalOutput
import Testing

@testable import RoostClient
@testable import RoostCore

/// A server that means no good, or is none.
struct HostileServerTests {
    /// Answers every request with the same bytes.
    private static func answering(_ bytes: String, repeated: Int = 1, _ body: (ServerConnection) async throws -> Void)
        async throws
    {
        try await answering([bytes], repeated: repeated, body)
    }

    /// Answers the requests of a connection with these in turn, and then from the first again.
    private static func answering(
        _ answers: [String], repeated: Int = 1, _ body: (ServerConnection) async throws -> Void
    ) async throws {
        let pieces = answers.map { ByteBuffer(string: $0) }
        let server = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(Parrot(answers: pieces, count: repeated))
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        let port = try #require(server.localAddress?.port)
        let connection = try ServerConnection(
            to: try ServerURL("http://127.0.0.1:\(port)"), trust: .system, token: "roost_x")
        do {
            try await body(connection)
        } catch {
            Issue.record("\(error)")
        }
        await connection.close()
        try await server.close()
    }

    private final class Parrot: ChannelInboundHandler {
        typealias InboundIn = ByteBuffer
        typealias OutboundOut = ByteBuffer

        private let answers: [ByteBuffer]
        private let count: Int
        private var asked = 0

        init(answers: [ByteBuffer], count: Int) { (self.answers, self.count) = (answers, count) }

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            let bytes = answers[asked % answers.count]
            asked += 1
            for _ in 0..<count { context.write(wrapOutboundOut(bytes), promise: nil) }
            context.flush()
        }
    }

    private static func answer(_ status: String, _ type: String, _ body: String) -> String {
        "HTTP/1.1 \(status)\r\nContent-Type: \(type)\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)"
    }

    @Test func anAnswerWithoutEndIsCutOff() async throws {
        let head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
        let chunk = "100000\r\n" + String(repeating: "x", count: 1 << 20) + "\r\n"
        try await Self.answering(head + chunk, repeated: 1) { _ in }
        try await Self.answering(head + String(repeating: chunk, count: 40)) { connection in
            let failure = await #expect(throws: Failure.self) { try await connection.whoami() }
            #expect(
                failure?.kind == .general && failure?.why?.contains("MiB") == true, "\(String(describing: failure))")
        }
    }

    @Test func whatIsNoRoostServerIsSaidSo() async throws {
        for (text, kind) in [
            (Self.answer("200 OK", "text/html", "<html>"), FailureKind.general),
            (Self.answer("404 Not Found", "text/html", "<html>"), .notFound),
            (Self.answer("200 OK", "application/json", "{}"), .general),
            (Self.answer("502 Bad Gateway", "text/plain", "nginx"), .unreachable),
            ("SSH-2.0-OpenSSH_9.2\r\n", .unreachable),
            (Self.answer("302 Found", "text/plain", ""), .general),
        ] {
            try await Self.answering(text) { connection in
                let failure = await #expect(throws: Failure.self) { try await connection.whoami() }
                #expect(failure?.kind == kind, "\(text): \(String(describing: failure))")
            }
        }
    }

    /// As the command line prints it.
    private static func printed(_ failure: Failure) -> String {
        let paper = Paper()
        Messages(output: paper, styling: Styling(isEnabled: false)).error(failure.description, hint: failure.remedy)
        return paper.text.withLock { $0 }
    }

    private final class Paper: TextOutput {
        let text = Mutex("")
        let isTerminal = false
        let columns: Int? = nil

        func write(_ piece: String) { text.withLock { $0 += piece } }
        func flush() {}
    }

    @Test func itsRefusalsAreTextAndBounded() async throws {
        let long = String(repeating: "A", count: 50_000)
        let body = #"{"type":"urn:roost:problem:state","title":"\#(long)","detail":"\u001b[2J","remedy":"do\nthis"}"#
        try await Self.answering(Self.answer("409 Conflict", "application/problem+json", body)) { connection in
            let failure = await #expect(throws: Failure.self) { try await connection.whoami() }
            #expect(failure?.kind == .state && failure.map { $0.what.count < 1100 } == true)
            let printed = Self.printed(try #require(failure))
            // Lines end, and nothing else is a control.
            #expect(
                printed.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 0x20 && $0.value != 0x7f }, "\(printed)")
            #expect(printed.contains("\\x1b[2J"), "\(printed)")
        }
    }

    @Test func noFailureOfAServersHasACodeOfItsOwn() throws {
        let text = #"{"kind":{"name":"done","exitCode":0,"httpStatus":200},"what":"x"}"#
        let failure = try ServerAnswer.decode(RemoteFailure.self, from: .init(text.utf8)).failure
        #expect(failure.kind == .general && failure.kind.exitCode == 1)
    }

    /// Else it could be another version that is changed than the one that was shown.
    @Test func nothingIsChangedThatHasNoVersion() async throws {
        try await Self.answering(Self.answer("200 OK", "application/json", "{}")) { connection in
            let answer = try await connection.ask(.get(["things"]), task: "Cannot look")
            let failure = #expect(throws: Failure.self) { try connection.tag(of: answer, task: "Cannot change it") }
            #expect(failure?.kind == .general && failure?.what == "Cannot change it")
        }
        let tagged = "HTTP/1.1 200 OK\r\nETag: \"1\"\r\nContent-Length: 2\r\n\r\n{}"
        try await Self.answering(tagged) { connection in
            let answer = try await connection.ask(.get(["things"]), task: "Cannot look")
            #expect(try connection.tag(of: answer, task: "Cannot change it") == "\"1\"")
        }
    }

    /// Else the server would go on with it.
    @Test func whatIsStoppedWhileItBeginsIsFollowedToItsEnd() async throws {
        let body =
            #"{"operation":{"id":"a"},"state":"cancelled","failure":{"kind":{"name":"interrupted"},"what":"Ended"}}"#
        try await Self.answering(Self.answer("202 Accepted", "application/json", body)) { connection in
            let operation = RemoteOperation<Int>(site: ServerSite(connection), task: "Cannot begin")
            let running = Task { try await operation.run(.post(["things"])) { _ in } }
            while connection.requests == 0 { await Task.yield() }
            running.cancel()
            let failure = await #expect(throws: Failure.self) { _ = try await running.value }
            #expect(failure?.what == "Ended" && connection.requests > 1, "\(String(describing: failure))")
        }
    }

    /// A list whose pages lead from one to the other and back.
    private static func pages(_ items: String) -> [String] {
        ["a", "b"].map { answer("200 OK", "application/json", #"{"items":\#(items),"next":"\#($0)"}"#) }
    }

    @Test(.timeLimit(.minutes(1))) func aListWithoutEndIsNotFollowed() async throws {
        for (items, limits, requests) in [
            ("[]", ServerSite.ListLimits(), 1), ("[1]", ServerSite.ListLimits(pages: 20), 20),
            ("[1,2]", ServerSite.ListLimits(items: 20), 11), ("[1,2,3]", ServerSite.ListLimits(bytes: 100), 4),
        ] {
            try await Self.answering(Self.pages(items)) { connection in
                let site = ServerSite(connection)
                let failure = await #expect(throws: Failure.self) {
                    _ = try await site.all(["things"], of: Int.self, within: limits, task: "Cannot list")
                }
                #expect(failure?.kind == .general && failure?.what == "Cannot list", "\(items)")
                #expect(connection.requests == requests, "\(items)")
            }
        }
    }

    private static func event(_ machine: String, on host: String, isGone: Bool = false) -> EventReader.Event {
        let row = """
            {"name":"\(machine)","uuid":"\(machine)","host":"\(host)","state":"off","autostart":false,"persistent":true,
            "hasSavedState":false,"tags":[],"isTemplate":false,"reachable":true,"revision":1}
            """
        let text = #"{"host":"\#(host)","uuid":"\#(machine)","row":\#(isGone ? "null" : row)}"#
        return EventReader.Event(kind: "machine", data: Array(text.utf8))
    }

    @Test func whatItMakesUpIsNotKept() throws {
        let text = """
            {"name":"lab","uri":"test:///default","isLocal":true,"state":"connected","since":"2026-01-01T00:00:00Z",
            "machines":{"running":0,"total":0}}
            """
        let host = try ServerAnswer.decode(LiveHost.self, from: .init(text.utf8))
        let plan = try NamePlan([HostedName]()) { () throws(Failure) in
            [host]
        } named: { _ throws(Failure) in
            host
        }
        var changes = ServerChanges(plan, most: 10)
        _ = changes.look(["lab": HostPicture()])
        #expect(changes.take(Self.event("m0", on: "lab")).map { $0.0.event } == ["defined"])
        for number in 1..<50 {
            _ = changes.take(Self.event("m\(number)", on: "lab"))
            _ = changes.take(Self.event("m\(number)", on: "nowhere"))
        }
        #expect(changes.rows.count == 10 && changes.pictures["lab"]?.things.count == 10)
        #expect(changes.pictures.count == 1)
        // What is known is still followed, and what is gone makes room.
        #expect(changes.take(Self.event("m0", on: "lab", isGone: true)).map { $0.0.event } == ["undefined"])
        #expect(changes.rows.count == 9 && changes.pictures["lab"]?.things.count == 9)
        #expect(changes.take(Self.event("m60", on: "lab")).map { $0.0.event } == ["defined"])
    }
}
