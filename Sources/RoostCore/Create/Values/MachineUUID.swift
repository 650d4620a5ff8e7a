/// A machine's identity, in lower case with dashes.
public struct MachineUUID: Sendable, Equatable, Hashable, CustomStringConvertible {
    public let description: String

    /// - Throws: `RequestError` for anything but 32 hexadecimal digits, and for one digit repeated, which libvirt refuses.
    public init(_ text: String, option: String = "--uuid") throws(RequestError) {
        let groups = text.lowercased().split(separator: "-", omittingEmptySubsequences: false)
        let digits = Array(groups.joined().utf8)
        let isHex = digits.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
        guard groups.map(\.utf8.count) == [8, 4, 4, 4, 12] || groups.count == 1 && digits.count == 32, isHex else {
            throw RequestError(
                option: option, what: "\(ValueProblem.quote(text)) is not a UUID",
                remedy: "Write it as 'uuidgen' prints one, or leave it out to have one chosen.")
        }
        guard Set(digits).count > 1 else {
            throw RequestError(
                option: option, what: "a UUID of one digit repeated is refused by libvirt",
                remedy: "Leave it out to have one chosen.")
        }
        let hex = Array(groups.joined())
        let cuts = [0..<8, 8..<12, 12..<16, 16..<20, 20..<32]
        description = cuts.map { String(hex[$0]) }.joined(separator: "-")
    }
}
