/// The name that an upload bears until it is complete: ".NAME.roost-partial-0123456789abcdef".
struct PartialName: Hashable, Sendable {
    private static let mark = ".roost-partial-"
    /// Bytes that it is longer than the final name.
    static let overhead = 1 + mark.utf8.count + 16

    /// The name that the volume gets in the end.
    let final: String
    let text: String

    /// A new one, which no other upload has.
    init(for final: String) {
        self.final = final
        let digits = String(UInt64.random(in: .min ... .max), radix: 16)
        text = ".\(final)\(Self.mark)\(String(repeating: "0", count: 16 - digits.count))\(digits)"
    }

    /// One that is found again by its key.
    /// - Parameter key: 16 hexadecimal digits.
    init(for final: String, key: String) {
        self.final = final
        text = ".\(final)\(Self.mark)\(key)"
    }

    /// Recognises what an upload that was cut off has left; nil for any other name.
    init?(of text: String) {
        guard text.hasPrefix("."), text.utf8.count > Self.overhead,
            text.utf8.suffix(16).allSatisfy({ Self.hexadecimal.contains($0) })
        else { return nil }
        let head = text.dropLast(16)
        guard head.hasSuffix(Self.mark) else { return nil }
        final = String(head.dropFirst().dropLast(Self.mark.count))
        guard !final.isEmpty else { return nil }
        self.text = text
    }

    private static let hexadecimal = Set("0123456789abcdef".utf8)
}
