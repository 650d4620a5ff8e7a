/// The hardware address of a machine's interface: `52:54:00:12:34:56`, in lower case.
public struct MACAddress: Sendable, Equatable, Hashable, CustomStringConvertible {
    public let description: String

    /// - Throws: for anything but six octets that a single network card can have.
    init(_ text: String) throws(ValueProblem) {
        let parts = text.lowercased().split(separator: ":", omittingEmptySubsequences: false)
        let octets = parts.compactMap { part -> UInt8? in
            part.utf8.count == 2 && part.utf8.first != 0x2b ? UInt8(part, radix: 16) : nil
        }
        guard parts.count == 6, octets.count == 6 else {
            throw ValueProblem(
                "\(ValueProblem.quote(text)) is not a MAC address",
                remedy: "Write six pairs of hexadecimal digits, such as 52:54:00:12:34:56.")
        }
        guard octets[0] & 1 == 0 else {
            throw ValueProblem(
                "\(ValueProblem.quote(text)) is a multicast address",
                remedy: "The second digit must be even; addresses of machines start with 52:54:00.")
        }
        guard octets.contains(where: { $0 != 0 }) else {
            throw ValueProblem("the address is all zeros", remedy: "Leave it out to have one chosen.")
        }
        description = parts.joined(separator: ":")
    }
}
