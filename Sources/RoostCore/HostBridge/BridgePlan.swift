/// A bridge that is decided and not made yet: what happens on the host, in which order, and how it is taken back.
public struct BridgePlan: Hashable, Sendable, Codable {
    /// A file that is written.
    public struct File: Hashable, Sendable, Codable {
        public var path: String
        /// Permission bits, in octal digits.
        public var mode: String
        /// nil for one that is not there yet.
        public var before: String?
        /// nil for one that goes.
        public var after: String?
    }

    public var bridge: String
    public var nic: String
    public var manager: BridgeManager
    /// Addresses that move, with their prefixes.
    public var addresses: [String]
    /// Whether an address comes from DHCP or a router, and is asked for anew by the bridge.
    public var asksForAddress: Bool
    public var routes: [String]
    public var files: [File] = []
    /// Lines of sh that make it, before and after the files are written.
    public var before: [String] = []
    public var apply: [String] = []
    /// Lines of sh that take it back, before and after the files are put back.
    public var revertBefore: [String] = []
    public var revert: [String] = []
    /// Those of the addresses that no settings of the host name: `ip` moves them.
    public var strays: [String] = []
    /// What the person should know, a sentence each.
    public var warnings: [String] = []
    /// Seconds in which the change must be confirmed.
    public var timeout: Int
    /// Routers that must answer where no new connection can show that the host is there.
    public var gateways: [String] = []
}
