import Libvirt

extension Host {
    /// Every address that the host's networks have given out, by hardware address in lower case: those of one card with IPv4
    /// first. One call for the networks and one for each that is active.
    /// - Returns: nil where this libvirt knows no leases.
    func leasedAddresses() async throws(Failure) -> [String: [String]]? {
        let connection = connection
        var found: [String: [String]] = [:]
        do {
            for network in try await connection.networks(.active) {
                for lease in try await Self.leases(of: network) {
                    guard let mac = lease.mac?.lowercased(), found[mac]?.contains(lease.address) != true else {
                        continue
                    }
                    // A host may say anything.
                    guard GuestAddresses.socketAddress(lease.address, port: 0) != nil else { continue }
                    found[mac, default: []].append(lease.address)
                }
            }
        } catch {
            if error.code == .noSupport { return nil }
            throw Failure("Cannot read what the networks have given out", error)
        }
        return found.mapValues { $0.sorted { !$0.contains(":") && $1.contains(":") } }
    }

    private static func leases(of network: Network) async throws(LibvirtError) -> [DHCPLease] {
        do {
            return try await network.dhcpLeases()
        } catch {
            // One without a DHCP server of libvirt's own has none, nor has one that was stopped a moment ago.
            if error.code == .operationInvalid || error.code == .noNetwork || error.code == .operationUnsupported {
                return []
            }
            throw error
        }
    }
}
