/// How a VNC display asks for a password: it sends 16 bytes, and wants them back encrypted with it.
enum VNCPassword {
    /// - Parameter password: of which the first eight bytes count.
    static func answer(_ challenge: (UInt64, UInt64), password: String) -> (UInt64, UInt64) {
        var key: UInt64 = 0
        let bytes = Array(password.utf8.prefix(8))
        for index in 0..<8 {
            // VNC has the bits of each byte the wrong way round.
            key = key << 8 | UInt64(index < bytes.count ? bytes[index].bitsReversed : 0)
        }
        let cipher = DES(key: key)
        return (cipher.encrypt(challenge.0), cipher.encrypt(challenge.1))
    }
}

extension UInt8 {
    fileprivate var bitsReversed: UInt8 { (0..<8).reduce(0) { $0 << 1 | (self >> UInt8($1) & 1) } }
}
