import NIOCore
import Testing

@testable import RoostServer

struct RFBHandshakeTests {
    @Test func aDisplayWithoutAPasswordLetsIn() throws {
        var handshake = RFBDisplayHandshake(password: nil)
        #expect(try say("RFB 003.008\n", to: &handshake) == Array("RFB 003.008\n".utf8))
        #expect(try say([2, 2, 1], to: &handshake) == [1])
        #expect(try say([0, 0, 0, 0], to: &handshake) == [])
        #expect(handshake.isDone)
    }

    @Test func aPasswordIsAnsweredAndComesLetterByLetter() throws {
        var handshake = RFBDisplayHandshake(password: "COW")
        var answers: [UInt8] = []
        let said = Array("RFB 003.008\n".utf8) + [1, 2] + [UInt8](0..<16) + [0, 0, 0, 0]
        var bytes = ByteBuffer()
        for byte in said {
            bytes.writeInteger(byte)
            answers += try handshake.take(&bytes).readableBytesView
        }
        #expect(handshake.isDone)
        #expect(Array(answers.prefix(13)) == Array("RFB 003.008\n".utf8) + [2])
        #expect(answers.count == 29)
        // As OpenSSL's des-ecb has it with the key c2f2ea0000000000: each letter of COW with its bits reversed.
        #expect(
            Array(answers.suffix(16)) == [
                0xdc, 0x72, 0xfe, 0x4d, 0xa1, 0x73, 0xcc, 0x3f, 0x3c, 0x68, 0x4d, 0x66, 0x37, 0xed, 0x8c, 0x28,
            ])
    }

    @Test func whatTheDisplaySaysNextIsLeft() throws {
        var handshake = RFBDisplayHandshake(password: nil)
        var bytes = ByteBuffer(bytes: Array("RFB 003.003\n".utf8) + [0, 0, 0, 1, 7, 8, 9])
        _ = try handshake.take(&bytes)
        #expect(handshake.isDone)
        #expect(Array(bytes.readableBytesView) == [7, 8, 9])
    }

    @Test(arguments: [
        ("HTTP/1.1 400", [UInt8](), "RFB"),
        ("RFB 003.008\n", [1, 19], "encryption"),
        ("RFB 003.008\n", [1, 2], "password"),
        ("RFB 003.008\n", [0, 0, 0, 0, 4, 98, 117, 115, 121], "busy"),
        ("RFB 003.008\n", [0, 255, 255, 255, 255], "refused"),
        ("RFB 003.008\n", [1, 1, 0, 0, 0, 1, 0, 0, 0, 2, 110, 111], "no"),
    ])
    func aRefusalIsSaid(_ greeting: String, _ rest: [UInt8], _ word: String) throws {
        var handshake = RFBDisplayHandshake(password: nil)
        var bytes = ByteBuffer(bytes: Array(greeting.utf8) + rest)
        let problem = #expect(throws: RFBProblem.self) { _ = try handshake.take(&bytes) }
        #expect(problem?.why.contains(word) == true)
    }

    @Test(arguments: [
        ("RFB 003.008\n", [UInt8](arrayLiteral: 1), [UInt8](arrayLiteral: 1, 1, 0, 0, 0, 0)),
        ("RFB 003.007\n", [1], [1, 1]),
        ("RFB 003.003\n", [], [0, 0, 0, 1]),
        ("RFB 003.889\n", [1], [1, 1, 0, 0, 0, 0]),
    ])
    func aBrowserIsLetInByItsTicketAlone(_ greeting: String, _ rest: [UInt8], _ answer: [UInt8]) throws {
        var handshake = RFBBrowserHandshake()
        var bytes = ByteBuffer(bytes: Array(greeting.utf8) + rest)
        #expect(Array(try handshake.take(&bytes).readableBytesView) == answer)
        #expect(handshake.isDone)
        #expect(bytes.readableBytes == 0)
    }

    @Test func aBrowserThatWantsAnotherSecurityIsRefused() {
        var handshake = RFBBrowserHandshake()
        var bytes = ByteBuffer(bytes: Array("RFB 003.008\n".utf8) + [2])
        #expect(throws: RFBProblem.self) { try handshake.take(&bytes) }
    }

    private func say(_ text: String, to handshake: inout RFBDisplayHandshake) throws -> [UInt8] {
        try say(Array(text.utf8), to: &handshake)
    }

    private func say(_ said: [UInt8], to handshake: inout RFBDisplayHandshake) throws -> [UInt8] {
        var bytes = ByteBuffer(bytes: said)
        return Array(try handshake.take(&bytes).readableBytesView)
    }
}
