import NIOCore

/// How the gateway gets in at a display: the part of RFB up to where both sides trust each other (RFC 6143, 7.1). It is the
/// gateway that knows the password; no browser ever sees it.
struct RFBDisplayHandshake {
    private enum Step {
        case version, types, type3, challenge, result, reason, done
    }

    private enum Security {
        static let invalid: UInt32 = 0
        static let none: UInt32 = 1
        static let password: UInt32 = 2
    }

    private static let longestReason: UInt32 = 4096

    private let password: String?
    private var step = Step.version
    private var version = RFBVersion.v8

    init(password: String?) { self.password = password }

    var isDone: Bool { step == .done }

    /// Takes what it can of the bytes.
    /// - Returns: what is to be sent.
    /// - Throws: ``RFBProblem`` when the display lets nobody in.
    mutating func take(_ bytes: inout ByteBuffer) throws(RFBProblem) -> ByteBuffer {
        var answer = ByteBuffer()
        while step != .done, try takeStep(&bytes, &answer) {}
        return answer
    }

    /// - Returns: whether there were enough bytes for a step.
    private mutating func takeStep(_ bytes: inout ByteBuffer, _ answer: inout ByteBuffer) throws(RFBProblem) -> Bool {
        switch step {
        case .version:
            guard bytes.readableBytes >= RFBVersion.length else { return false }
            version = try RFBVersion(reading: &bytes)
            answer.writeString(version.rawValue)
            step = version == .v3 ? .type3 : .types
        case .types:
            guard let count = bytes.getInteger(at: bytes.readerIndex, as: UInt8.self),
                bytes.readableBytes > Int(count)
            else { return false }
            bytes.moveReaderIndex(forwardBy: 1)
            let types = bytes.readBytes(length: Int(count)) ?? []
            if types.isEmpty {
                step = .reason
            } else {
                let type = try choose(types.map(UInt32.init))
                answer.writeInteger(UInt8(type))
                step = type == Security.password ? .challenge : version == .v8 ? .result : .done
            }
        case .type3:
            guard let type = bytes.readInteger(as: UInt32.self) else { return false }
            if type == Security.invalid {
                step = .reason
            } else {
                step = try choose([type]) == Security.password ? .challenge : .done
            }
        case .challenge:
            guard let challenge = bytes.readMultipleIntegers(as: (UInt64, UInt64).self) else { return false }
            let reply = VNCPassword.answer(challenge, password: password ?? "")
            answer.writeMultipleIntegers(reply.0, reply.1)
            step = .result
        case .result:
            guard let result = bytes.readInteger(as: UInt32.self) else { return false }
            if result == 0 {
                step = .done
            } else if version == .v8 {
                step = .reason
            } else {
                throw RFBProblem("the display refused the password")
            }
        case .reason: return try takeReason(&bytes)
        case .done: return false
        }
        return true
    }

    private func choose(_ types: [UInt32]) throws(RFBProblem) -> UInt32 {
        if types.contains(Security.none) { return Security.none }
        guard types.contains(Security.password) else {
            throw RFBProblem("the display wants encryption or a login (kinds \(types)), which Roost does not speak")
        }
        guard password != nil else { throw RFBProblem("the display wants a password that libvirt does not tell") }
        return Security.password
    }

    private func takeReason(_ bytes: inout ByteBuffer) throws(RFBProblem) -> Bool {
        guard let length = bytes.getInteger(at: bytes.readerIndex, as: UInt32.self) else { return false }
        guard length <= Self.longestReason else { throw RFBProblem("the display refused") }
        guard bytes.readableBytes >= 4 + Int(length) else { return false }
        bytes.moveReaderIndex(forwardBy: 4)
        let text = bytes.readString(length: Int(length)) ?? ""
        throw RFBProblem("the display refused: \(text.filter { !$0.isNewline })")
    }
}
