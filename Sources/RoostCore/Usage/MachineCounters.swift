import Libvirt

/// What one machine has used since its start, as far as its hypervisor counts it.
struct MachineCounters: Hashable, Sendable {
    var name: String
    var uuid: String
    /// libvirt's number of this run: counters start anew with the next one.
    var run: UInt32?
    var state: MachineState
    var vcpus: UInt64?
    /// In nanoseconds, of all its processors together.
    var cpuTime: UInt64?
    /// In bytes.
    var memory: UInt64?
    /// In bytes.
    var memoryUsed: UInt64?
    /// In bytes, of all disks.
    var read: UInt64?
    /// In bytes, of all disks.
    var written: UInt64?
    /// In bytes, of all interfaces.
    var received: UInt64?
    /// In bytes, of all interfaces.
    var sent: UInt64?
}

extension MachineCounters {
    init(_ entry: DomainStatistics) {
        let (blocks, interfaces) = (entry.blocks, entry.interfaces)
        self.init(
            name: entry.domain.name, uuid: entry.domain.uuid.description, run: entry.domain.id,
            state: MachineState(entry.status?.state), vcpus: entry.vcpuCurrent, cpuTime: entry.cpuTime,
            memory: Self.bytes(entry.balloonCurrent), memoryUsed: Self.bytes(Self.used(entry)),
            read: Self.sum(blocks.map(\.readBytes)), written: Self.sum(blocks.map(\.writtenBytes)),
            received: Self.sum(interfaces.map(\.receivedBytes)), sent: Self.sum(interfaces.map(\.sentBytes)))
    }

    /// What the guest says that it uses; else what its process holds on the host. In KiB.
    private static func used(_ entry: DomainStatistics) -> UInt64? {
        if let available = entry.balloonAvailable, let free = entry.balloonUsable ?? entry.balloonUnused,
            free <= available
        {
            return available - free
        }
        return entry.balloonResident
    }

    /// A host that claims more than there can be is not believed.
    private static func bytes(_ kibibytes: UInt64?) -> UInt64? {
        kibibytes.map { $0.multipliedReportingOverflow(by: 1024) }.map { $0.overflow ? .max : $0.partialValue }
    }

    /// nil when none of them counts.
    private static func sum(_ values: [UInt64?]) -> UInt64? {
        let known = values.compactMap(\.self)
        return known.isEmpty ? nil : known.reduce(0, &+)
    }
}
