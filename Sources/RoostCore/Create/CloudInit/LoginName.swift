/// The shape of a user's name that every distribution's tools take.
enum LoginName {
    static func isPossible(_ text: String) -> Bool {
        guard let first = text.utf8.first, text.utf8.count <= 32 else { return false }
        let isLower = { (byte: UInt8) in (0x61...0x7a).contains(byte) || byte == UInt8(ascii: "_") }
        return isLower(first)
            && text.utf8.allSatisfy { isLower($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-") }
    }
}
