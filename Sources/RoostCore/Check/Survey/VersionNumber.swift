/// "9.0.0", or what has one in it.
struct VersionNumber: Hashable, Sendable, Comparable, CustomStringConvertible {
    let parts: [Int]

    init(_ parts: Int...) { self.parts = parts }

    /// The first number with a dot in a text: "QEMU emulator version 7.2.13 (Debian …)".
    init?(in text: String) {
        guard let found = text.firstMatch(of: /[0-9]{1,6}(\.[0-9]{1,6})+/) else { return nil }
        parts = found.0.split(separator: ".").compactMap { Int($0) }
    }

    static func < (left: VersionNumber, right: VersionNumber) -> Bool {
        left.parts.lexicographicallyPrecedes(right.parts)
    }

    var description: String { parts.map(String.init).joined(separator: ".") }
}
