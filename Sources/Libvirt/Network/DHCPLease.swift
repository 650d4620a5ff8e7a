internal import CLibvirt

/// An address that a network's DHCP server has given to a machine.
public struct DHCPLease: Hashable, Sendable {
    /// The network interface that the server listens on, which is the network's bridge.
    public let interface: String
    /// When the lease ends, in seconds since 1970-01-01 UTC; 0 means never.
    public let expiry: Int64
    /// The kind of address.
    public let type: IPAddressType
    /// The hardware address, as `52:54:00:…`; nil where an IPv6 client did not tell.
    public let mac: String?
    /// The IAID of an IPv6 client.
    public let iaid: String?
    /// The address, without its prefix length.
    public let address: String
    /// The length of the network's prefix in bits: 0 to 32, or to 128 for IPv6.
    public let prefix: UInt32
    /// The name that the machine gave itself.
    public let hostname: String?
    /// The client's identifier, or its DUID for IPv6.
    public let clientID: String?

    init(_ lease: virNetworkDHCPLease) {
        func text(_ string: UnsafeMutablePointer<CChar>?) -> String? {
            unsafe string.map { unsafe String(cString: $0) }
        }
        interface = unsafe text(lease.iface) ?? ""
        expiry = unsafe lease.expirytime
        type = unsafe IPAddressType(rawValue: lease.type)
        mac = unsafe text(lease.mac)
        iaid = unsafe text(lease.iaid)
        address = unsafe text(lease.ipaddr) ?? ""
        prefix = unsafe lease.prefix
        hostname = unsafe text(lease.hostname)
        clientID = unsafe text(lease.clientid)
    }
}
