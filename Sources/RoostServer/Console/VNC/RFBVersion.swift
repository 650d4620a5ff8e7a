import NIOCore

/// The versions of RFB that differ in how they begin.
enum RFBVersion: String {
    case v3 = "RFB 003.003\n"
    case v7 = "RFB 003.007\n"
    case v8 = "RFB 003.008\n"

    static let length = 12

    /// Reads what one side says first. Later versions, and those that never were, count as the nearest that was.
    init(reading bytes: inout ByteBuffer) throws(RFBProblem) {
        let text = bytes.readString(length: Self.length) ?? ""
        guard text.hasPrefix("RFB "), text.hasSuffix("\n"), text.utf8.count == Self.length,
            let major = Int(text.dropFirst(4).prefix(3)), let minor = Int(text.dropFirst(8).prefix(3)),
            text.dropFirst(7).first == "."
        else { throw RFBProblem("it does not speak RFB, the protocol of VNC") }
        self =
            switch (major, minor) {
            case (3, ..<7): .v3
            case (3, 7): .v7
            default: .v8
            }
    }
}
