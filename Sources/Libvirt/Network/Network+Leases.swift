internal import CLibvirt
import Glibc

extension Network {
    /// The addresses that the network's DHCP server has given out. libvirt tells only of those that have not expired.
    ///
    /// Maps to `virNetworkGetDHCPLeases`.
    ///
    /// - Parameter mac: only those of this hardware address, written as `52:54:00:…`; nil means all.
    /// - Throws: `.noSupport` for a host without it.
    public func dhcpLeases(mac: String? = nil) async throws(LibvirtError) -> [DHCPLease] {
        if let mac { try checkText(mac, "the hardware address") }
        return try await blocking("virNetworkGetDHCPLeases") { network throws(LibvirtError) in
            var leases: UnsafeMutablePointer<virNetworkDHCPLeasePtr?>?
            let count = Int(try check(unsafe virNetworkGetDHCPLeases(network, mac, &leases, 0)))
            guard let leases = unsafe leases else { return [] }
            defer { unsafe free(leases) }
            return (0..<count).compactMap { index in
                guard let lease = unsafe leases[index] else { return nil }
                defer { unsafe virNetworkDHCPLeaseFree(lease) }
                return unsafe DHCPLease(lease.pointee)
            }
        }
    }
}
