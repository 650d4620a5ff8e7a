import Crypto

/// A short name for a long or odd one: 16 characters, the same each time.
enum ShortHash {
    static func of(_ text: String) -> String {
        let digits = Array("0123456789abcdef")
        return String(
            SHA256.hash(data: Array(text.utf8)).prefix(8).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
    }
}
