/// What can be waited for.
public enum MachineCondition: String, CaseIterable, Hashable, Sendable, Codable {
    /// It runs; the guest may still be booting.
    case running
    /// It has an address that other computers can reach: from its agent, a DHCP lease or the host's neighbour table.
    case address
    /// Its guest agent is there.
    case agent
    /// An SSH server answers at one of its addresses.
    case ssh
    /// Its first boot is over, and it can be logged in to.
    case ready
    /// It is off.
    case shutdown
}
