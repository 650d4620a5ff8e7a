import Testing
import WebSocketTesting
import WebSocketUpgrade

/// The way from HTTP to a WebSocket, byte for byte.
struct UpgradeTests {
    @Test func aHandshakeIsAnsweredAsTheStandardSays() async throws {
        try await TestServer.running { server in
            try await RawClient.connected(to: server.port) { client in
                try await client.send(TestServer.request("/echo", "Sec-WebSocket-Protocol: binary, other\r\n"))
                let head = try #require(try await client.readHead())
                #expect(head.hasPrefix("HTTP/1.1 101 "))
                // The key and answer of RFC 6455, section 1.3.
                #expect(head.contains("s3pPLMBiTxaQ9kYGzzhZRbK+xOo="))
                #expect(head.contains("Sec-WebSocket-Protocol: binary"))
                try await client.send(RawFrame.text("hello").wire)
                #expect(try await client.readFrame()?.text == "hello")
                try await client.send(RawFrame.close(1000).wire)
                #expect(try await client.readFrame()?.code == 1000)
                #expect(try await client.readToEnd().isEmpty)
            }
        }
    }

    @Test func aRefusedUpgradeIsAnswered() async throws {
        try await TestServer.running { server in
            try await RawClient.connected(to: server.port) { client in
                try await client.send(TestServer.request("/shut"))
                let answer = try #require(try await client.readAnswer())
                #expect(answer.head.hasPrefix("HTTP/1.1 403 "))
                #expect(answer.head.contains("application/problem+json"))
                #expect(answer.body == "{}")
                #expect(try await client.readToEnd().isEmpty)
            }
        }
    }

    @Test(arguments: ["h2c", "foo", "websocket"])
    func anUpgradeOfAnotherKindOrPlaceIsAnsweredAsHTTP(_ name: String) async throws {
        try await TestServer.running { server in
            try await RawClient.connected(to: server.port) { client in
                try await client.send(
                    "GET /hello HTTP/1.1\r\nHost: a\r\nUpgrade: \(name)\r\nConnection: Upgrade, HTTP2-Settings\r\n"
                        + "HTTP2-Settings: AAMAAABkAAQAoAAAAAIAAAAA\r\n\r\n")
                let answer = try #require(try await client.readAnswer())
                #expect(answer.head.hasPrefix("HTTP/1.1 200 "))
                #expect(answer.head.lowercased().contains("connection: close"))
                #expect(answer.body == "hello")
                // The next request would be read by nobody, so that the connection is not left open for it.
                #expect(try await client.readToEnd().isEmpty)
            }
        }
    }

    @Test func aBodyWithAForeignUpgradeArrives() async throws {
        try await TestServer.running { server in
            try await RawClient.connected(to: server.port) { client in
                try await client.send(
                    "POST /hello HTTP/1.1\r\nHost: a\r\nUpgrade: h2c\r\nConnection: Upgrade\r\nContent-Length: 5\r\n\r\nworld"
                )
                #expect(try await client.readAnswer()?.body == "world")
            }
        }
    }

    @Test func framesInTheSamePacketAsTheRequestArrive() async throws {
        try await TestServer.running { server in
            try await RawClient.connected(to: server.port) { client in
                let request = Array(TestServer.request("/echo").utf8)
                try await client.send(request + RawFrame.text("early").wire + RawFrame.ping("p").wire)
                #expect(try await client.readHead()?.hasPrefix("HTTP/1.1 101 ") == true)
                let frames = [try await client.readFrame()?.text, try await client.readFrame()?.text]
                #expect(Set(frames) == ["early", "p"])
            }
        }
    }

    @Test func bytesOneByOneArrive() async throws {
        try await TestServer.running { server in
            try await RawClient.connected(to: server.port) { client in
                for byte in Array(TestServer.request("/echo").utf8) + RawFrame.text("slow").wire {
                    try await client.send([byte])
                }
                #expect(try await client.readHead()?.hasPrefix("HTTP/1.1 101 ") == true)
                #expect(try await client.readFrame()?.text == "slow")
            }
        }
    }

    @Test func aLaterRequestOfAConnectionUpgradesToo() async throws {
        try await TestServer.running { server in
            try await RawClient.connected(to: server.port) { client in
                for _ in 0..<3 {
                    try await client.send("GET /hello HTTP/1.1\r\nHost: a\r\n\r\n")
                    #expect(try await client.readAnswer()?.body == "hello")
                }
                try await client.send(TestServer.request("/echo"))
                #expect(try await client.readHead()?.hasPrefix("HTTP/1.1 101 ") == true)
                try await client.send(RawFrame.text("late").wire)
                #expect(try await client.readFrame()?.text == "late")
            }
        }
    }

    @Test func aPipelinedUpgradeWaitsForTheAnswersBeforeIt() async throws {
        try await TestServer.running { server in
            try await RawClient.connected(to: server.port) { client in
                let plain = "GET /hello HTTP/1.1\r\nHost: a\r\n\r\n"
                try await client.send(plain + plain + TestServer.request("/echo"))
                #expect(try await client.readAnswer()?.body == "hello")
                #expect(try await client.readAnswer()?.body == "hello")
                #expect(try await client.readHead()?.hasPrefix("HTTP/1.1 101 ") == true)
                try await client.send(RawFrame.text("in line").wire)
                #expect(try await client.readFrame()?.text == "in line")
            }
        }
    }

    @Test(arguments: [
        ("Sec-WebSocket-Version: 13", "Sec-WebSocket-Version: 8", 426),
        ("Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n", "", 400),
        ("dGhlIHNhbXBsZSBub25jZQ==", "c2hvcnQ=", 400),
        ("GET /echo", "POST /echo", 400),
        ("HTTP/1.1", "HTTP/1.0", 400),
    ])
    func aMalformedRequestIsRefused(_ from: String, _ to: String, _ status: Int) async throws {
        try await TestServer.running { server in
            try await RawClient.connected(to: server.port) { client in
                try await client.send(TestServer.request("/echo").replacing(from, with: to))
                #expect(try await client.readHead()?.split(separator: " ")[1] == "\(status)")
            }
        }
    }

    @Test func aGracefulStopSaysGoodbye() async throws {
        try await TestServer.running { server in
            try await RawClient.connected(to: server.port) { client in
                try await client.send(TestServer.request("/echo"))
                _ = try await client.readHead()
                try await client.send(RawFrame.text("here").wire)
                #expect(try await client.readFrame()?.text == "here")
                await server.stopGracefully()
                #expect(try await client.readFrame()?.code == 1001)
                try await client.send(RawFrame.close(1001).wire)
                #expect(try await client.readToEnd().isEmpty)
            }
        }
    }

    @Test func aClientThatIgnoresTheGoodbyeIsLetGo() async throws {
        try await TestServer.running(limits: WebSocketLimits(closePatience: .milliseconds(50))) { server in
            try await RawClient.connected(to: server.port) { client in
                try await client.send(TestServer.request("/echo"))
                _ = try await client.readHead()
                await server.stopGracefully()
                #expect(try await client.readFrame()?.code == 1001)
                #expect(try await client.readToEnd().isEmpty)
            }
        }
    }
}
