/// What libvirt counts about one domain, as fetched for many at once.
public struct DomainStatistics: Hashable, Sendable {
    public let domain: DomainReference
    /// Everything that was told, by libvirt's names.
    public let parameters: TypedParameters
    private let values: [String: TypedValue]

    init(domain: DomainReference, parameters: TypedParameters) {
        self.domain = domain
        self.parameters = parameters
        values = parameters.dictionary()
    }

    /// The value of that name.
    public subscript(name: String) -> TypedValue? { values[name] }

    /// What it is doing and why. Group `.state`.
    public var status: Domain.Status? {
        guard let state = number("state.state") else { return nil }
        return Domain.Status(
            state: Domain.State(rawValue: state), reason: number("state.reason") ?? 0)
    }

    /// Processor time used so far, in nanoseconds. Group `.cpuTotal`.
    public var cpuTime: UInt64? { values["cpu.time"]?.unsigned }
    /// Processor time that its guest's programs used, in nanoseconds. Group `.cpuTotal`.
    public var cpuUserTime: UInt64? { values["cpu.user"]?.unsigned }
    /// Processor time that its guest's kernel used, in nanoseconds. Group `.cpuTotal`.
    public var cpuSystemTime: UInt64? { values["cpu.system"]?.unsigned }

    /// Memory that it has, in KiB. Group `.balloon`.
    public var balloonCurrent: UInt64? { values["balloon.current"]?.unsigned }
    /// The most memory that it can have, in KiB. Group `.balloon`.
    public var balloonMaximum: UInt64? { values["balloon.maximum"]?.unsigned }
    /// Memory that its process holds on the host, in KiB. Group `.balloon`.
    public var balloonResident: UInt64? { values["balloon.rss"]?.unsigned }
    /// Memory that the guest leaves unused, in KiB, where it tells. Group `.balloon`.
    public var balloonUnused: UInt64? { values["balloon.unused"]?.unsigned }
    /// Memory that the guest could use without swapping, in KiB, where it tells. Group `.balloon`.
    public var balloonUsable: UInt64? { values["balloon.usable"]?.unsigned }
    /// Memory that the guest sees, in KiB, where it tells. Group `.balloon`.
    public var balloonAvailable: UInt64? { values["balloon.available"]?.unsigned }

    /// Number of virtual processors. Group `.vcpu`.
    public var vcpuCurrent: UInt64? { values["vcpu.current"]?.unsigned }
    /// The most virtual processors that it can have. Group `.vcpu`.
    public var vcpuMaximum: UInt64? { values["vcpu.maximum"]?.unsigned }

    /// Disks, in their order. Group `.block`; with the flag `.backing` also their backing chains.
    public var blocks: [Block] { entries("block").map { Block(statistics: self, prefix: $0) } }
    /// Network interfaces, in their order. Group `.interface`.
    public var interfaces: [Interface] { entries("net").map { Interface(statistics: self, prefix: $0) } }
    /// Virtual processors, by their number. Group `.vcpu`.
    public var vcpus: [Vcpu] {
        entries("vcpu", count: vcpuMaximum).enumerated().compactMap { number, prefix in
            values[prefix + "state"] == nil ? nil : Vcpu(statistics: self, number: number, prefix: prefix)
        }
    }

    private func number(_ name: String) -> Int32? { values[name]?.signed.flatMap { Int32(exactly: $0) } }

    /// Beginnings of the names of a group's entries. A host that claims a great many is not believed.
    private func entries(_ group: String, count: UInt64? = nil) -> [String] {
        let count = min(count ?? values[group + ".count"]?.unsigned ?? 0, UInt64(parameters.entries.count))
        return (0..<count).map { "\(group).\($0)." }
    }
}
