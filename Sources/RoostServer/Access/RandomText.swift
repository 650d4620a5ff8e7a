/// Random text for names and secrets: base64url, without padding, of the system's own random numbers.
enum RandomText {
    static func make(bytes count: Int) -> String {
        var generator = SystemRandomNumberGenerator()
        return encoded((0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) })
    }

    /// base64url (RFC 4648, section 5) without padding.
    static func encoded(_ bytes: some Sequence<UInt8>) -> String {
        var text = ""
        var waiting: UInt32 = 0
        var bits = 0
        for byte in bytes {
            waiting = waiting << 8 | UInt32(byte)
            bits += 8
            while bits >= 6 {
                bits -= 6
                text.append(alphabet[Int(waiting >> UInt32(bits)) & 63])
            }
        }
        if bits > 0 { text.append(alphabet[Int(waiting << UInt32(6 - bits)) & 63]) }
        return text
    }

    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
}
