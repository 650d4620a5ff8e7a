/// What libvirt tells of a host, for its check.
public struct LibvirtFacts: Hashable, Sendable, Codable {
    struct Network: Hashable, Sendable, Codable {
        var name: String
        var isActive: Bool
        var isAutostarted: Bool
        /// "nat", "route", "open", "bridge", "isolated", …
        var forward: String
        var bridge: String?
        /// With their lengths: "192.168.122.1/24".
        var addresses: [String]
    }

    struct Pool: Hashable, Sendable, Codable {
        var name: String
        /// libvirt's word: "dir", "netfs", …
        var type: String
        var isActive: Bool
        var isAutostarted: Bool
        var path: String?
        /// In bytes.
        var capacity: UInt64
        /// In bytes.
        var available: UInt64
    }

    /// A display that other computers reach, and that asks for no password.
    struct OpenDisplay: Hashable, Sendable, Codable {
        var machine: String
        /// "vnc" or "spice".
        var kind: String
        var address: String
        /// Words of a Roost command that mean the machine.
        var reference: String
    }

    /// Of the daemon.
    var version: String?
    var networks: [Network] = []
    var pools: [Pool] = []
    var openDisplays: [OpenDisplay] = []
    /// Drivers that keep guests apart: "apparmor", "selinux", "dac".
    var securityModels: [String] = []
    /// Whether QEMU can back up what has changed only; nil where libvirt does not tell.
    var hasIncrementalBackup: Bool?
    /// Whether guests of the host's own architecture run on its processor, as libvirt sees it.
    var offersKVM: Bool?
}
