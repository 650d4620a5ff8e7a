/// A bridge that a host is to have.
public struct BridgeRequest: Hashable, Sendable, Codable {
    public var bridge: String
    /// The interface that becomes its first port, and whose addresses it takes over.
    public var nic: String
    /// Whether bridges of the network agree on who passes packets on, where there are loops.
    public var stp: Bool
    /// Seconds in which the change must be confirmed.
    public var timeout: Int

    /// - Throws: ``Failure`` of kind usage for names that Linux, or the files of some manager, could not hold.
    public init(bridge: String, nic: String, stp: Bool = false, timeout: Int = 60) throws(Failure) {
        try Self.check(bridge, option: "the bridge")
        try Self.check(nic, option: "--nic")
        guard bridge != nic else {
            throw Failure(.usage, "The bridge and its port cannot both be '\(nic)'", remedy: "Call the bridge br0.")
        }
        let limits = stp ? 30...600 : 15...600
        guard limits.contains(timeout) else {
            throw Failure(
                .usage, "--timeout: \(timeout) s",
                why: "it must be \(limits.lowerBound) to \(limits.upperBound) seconds\(stp ? " with --stp" : "")")
        }
        self.bridge = bridge
        self.nic = nic
        self.stp = stp
        self.timeout = timeout
    }

    /// Names go into files of several formats and into the names of units.
    static func check(_ name: String, option: String) throws(Failure) {
        let isPlain = name.utf8.allSatisfy { $0.isLetterOrDigit || "._-".utf8.contains($0) }
        guard isPlain, (1...15).contains(name.utf8.count), name.utf8.first?.isLetterOrDigit == true,
            !["all", "default", "none"].contains(name)
        else {
            throw Failure(
                .usage, "\(option): \(ValueProblem.quote(name)) cannot be a network interface",
                remedy: "Use 1 to 15 letters, digits, '.', '-' and '_', and start with a letter: br0.")
        }
    }
}
