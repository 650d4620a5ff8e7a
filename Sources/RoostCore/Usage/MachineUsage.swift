/// What a running machine uses at the moment, measured over an interval. nil where its hypervisor does not count it, or it was
/// started within the interval.
public struct MachineUsage: Hashable, Sendable, Codable {
    public var name: String
    public var uuid: String
    public var state: MachineState
    public var vcpus: UInt64?
    /// In percent of one of the host's processors: up to 100 for each virtual one.
    public var cpuPercent: Double?
    /// In percent of all that its virtual processors could do.
    public var cpuPercentOfVcpus: Double?
    /// What the guest uses as it says itself, else what the host holds for it, in bytes.
    public var memoryUsed: UInt64?
    /// What it has, in bytes.
    public var memory: UInt64?
    /// In bytes a second, of all disks.
    public var diskReadRate: Double?
    /// In bytes a second, of all disks.
    public var diskWriteRate: Double?
    /// In bytes a second, of all interfaces.
    public var networkReceiveRate: Double?
    /// In bytes a second, of all interfaces.
    public var networkSendRate: Double?

    /// What a list is sorted by.
    public enum Order: String, Hashable, Sendable, Codable, CaseIterable {
        case cpu
        case memory
        case disk
        case net
        case name
    }
}

extension MachineUsage {
    /// The machines of the later sample; rates of those that ran through the whole interval.
    public static func between(_ first: UsageSample, _ second: UsageSample) -> [MachineUsage] {
        let seconds = (second.time - first.time) / .seconds(1)
        let before = Dictionary(first.machines.map { ($0.uuid, $0) }) { $1 }
        return second.machines.map { now in
            var usage = MachineUsage(
                name: now.name, uuid: now.uuid, state: now.state, vcpus: now.vcpus, memoryUsed: now.memoryUsed,
                memory: now.memory)
            guard seconds > 0, let before = before[now.uuid], before.run == now.run else { return usage }
            func rate(_ counter: KeyPath<MachineCounters, UInt64?>) -> Double? {
                guard let old = before[keyPath: counter], let new = now[keyPath: counter], new >= old else {
                    return nil
                }
                return rounded(Double(new - old) / seconds)
            }
            usage.cpuPercent = rate(\.cpuTime).map { rounded($0 / 1e7) }
            if let vcpus = now.vcpus, vcpus > 0 {
                usage.cpuPercentOfVcpus = usage.cpuPercent.map { rounded(min(100, $0 / Double(vcpus))) }
            }
            usage.diskReadRate = rate(\.read)
            usage.diskWriteRate = rate(\.written)
            usage.networkReceiveRate = rate(\.received)
            usage.networkSendRate = rate(\.sent)
            return usage
        }
    }

    /// More digits would be noise.
    private static func rounded(_ value: Double) -> Double { (value * 10).rounded() / 10 }
}

extension [MachineUsage] {
    /// The hungriest first; machines that are equally hungry by their names.
    public func sorted(by order: MachineUsage.Order) -> [MachineUsage] { sorted(by: order) { $0 } }
}

extension Array {
    /// The same for what holds a machine's use.
    public func sorted(by order: MachineUsage.Order, _ usage: (Element) -> MachineUsage) -> [Element] {
        func weight(_ usage: MachineUsage) -> Double {
            switch order {
            case .cpu: usage.cpuPercent ?? -1
            case .memory: usage.memoryUsed.map { Double($0) } ?? -1
            case .disk: (usage.diskReadRate ?? 0) + (usage.diskWriteRate ?? 0)
            case .net: (usage.networkReceiveRate ?? 0) + (usage.networkSendRate ?? 0)
            case .name: 0
            }
        }
        return map { (weight(usage($0)), usage($0).name, $0) }.sorted { ($1.0, $0.1) < ($0.0, $1.1) }.map(\.2)
    }
}
