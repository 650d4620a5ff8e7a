/// A machine as a row of a list over all hosts, as it is known at the moment.
public struct LiveMachine: Hashable, Sendable, Codable {
    public var name: String
    public var uuid: String
    /// libvirt's number of a running machine.
    public var id: Int?
    public var host: String
    public var state: MachineState
    /// Current virtual CPUs.
    public var vcpus: Int?
    /// Current memory in bytes.
    public var memory: UInt64?
    /// Most memory it may have without a restart, in bytes.
    public var maximumMemory: UInt64?
    public var autostart: Bool
    /// False for a machine that is gone when it stops.
    public var persistent: Bool
    /// Whether its memory lies saved on disk and the next start goes on from there.
    public var hasSavedState: Bool
    /// One line for people, shortened to ``LiveMachineFacts/longest`` characters; the machine's detail has all of it.
    public var title: String?
    /// Shortened in the same way.
    public var notes: String?
    public var tags: [String]
    /// osinfo's short id of its system, such as `debian12`.
    public var os: String?
    /// What the host's networks have given it while it runs; the machine's detail has what its agent says too.
    public var addresses: [String]?
    /// Whether it can be cloned and not started.
    public var isTemplate: Bool
    /// False while its host does not answer: then all of this is what was seen last.
    public var reachable: Bool
    /// Grows whenever something happened to it, also where this row says nothing of that.
    public var revision: UInt64
    /// nil while it does not run, or has not been measured yet.
    public var usage: LiveUsage?
}

extension LiveMachine {
    init(_ summary: MachineSummary, after known: LiveMachine?, _ facts: LiveMachineFacts?, host: String) {
        let isActive = summary.state.isActive
        self.init(
            name: summary.name, uuid: summary.uuid, id: summary.id, host: host, state: summary.state,
            vcpus: summary.vcpus ?? facts?.vcpus ?? known?.vcpus,
            memory: summary.memory ?? facts?.memory ?? known?.memory,
            maximumMemory: summary.maximumMemory ?? facts?.maximumMemory ?? known?.maximumMemory,
            autostart: summary.autostart, persistent: summary.persistent, hasSavedState: summary.hasSavedState,
            title: known?.title, notes: known?.notes, tags: known?.tags ?? [], os: known?.os,
            addresses: known?.addresses, isTemplate: known?.isTemplate ?? false, reachable: true,
            revision: known?.revision ?? 0,
            usage: isActive && known?.id == summary.id ? known?.usage : nil)
        if let facts { take(facts) }
    }

    mutating func take(_ facts: LiveMachineFacts) {
        (title, notes, tags) = (facts.title, facts.notes, facts.tags)
        (os, isTemplate) = (facts.os, facts.isTemplate)
        // What the hypervisor counts goes before what the definition says.
        vcpus = vcpus ?? facts.vcpus
        memory = memory ?? facts.memory
        maximumMemory = maximumMemory ?? facts.maximumMemory
    }
}
