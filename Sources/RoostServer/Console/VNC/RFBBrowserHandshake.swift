import NIOCore

/// How the gateway lets a browser in: as a display that asks for nothing, since its ticket has said who it is.
struct RFBBrowserHandshake {
    private enum Step {
        case version, type, done
    }

    private static let none: UInt8 = 1

    private var step = Step.version
    private var version = RFBVersion.v8

    var isDone: Bool { step == .done }

    /// What is said first.
    static var greeting: ByteBuffer { ByteBuffer(string: RFBVersion.v8.rawValue) }

    /// Takes what it can of the bytes.
    /// - Returns: what is to be sent.
    /// - Throws: ``RFBProblem`` for a client that is none.
    mutating func take(_ bytes: inout ByteBuffer) throws(RFBProblem) -> ByteBuffer {
        var answer = ByteBuffer()
        if step == .version, bytes.readableBytes >= RFBVersion.length {
            version = try RFBVersion(reading: &bytes)
            if version == .v3 {
                answer.writeInteger(UInt32(Self.none))
                step = .done
            } else {
                answer.writeBytes([1, Self.none])
                step = .type
            }
        }
        if step == .type, let type = bytes.readInteger(as: UInt8.self) {
            guard type == Self.none else { throw RFBProblem("the client wants a security that was not offered") }
            if version == .v8 { answer.writeInteger(UInt32(0)) }
            step = .done
        }
        return answer
    }
}
