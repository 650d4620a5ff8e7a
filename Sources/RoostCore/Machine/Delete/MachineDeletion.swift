/// What goes when a machine is deleted, and what stays and why; worked out before anything is done.
public struct MachineDeletion: Hashable, Sendable, Codable {
    /// Something of the machine besides its definition.
    public struct Item: Hashable, Sendable, Codable {
        /// What it is to the machine: "disk vda", "firmware variables", "saved state".
        public var what: String
        /// nil where libvirt does not tell where it keeps it.
        public var path: String?
        /// How much of the host's storage it takes, in bytes; nil where that is not known.
        public var size: UInt64?
        /// Why it stays; nil for what goes.
        public var whyKept: String?
        /// Whether it goes by itself with the definition, as opposed to being a volume that is deleted after it.
        public var goesWithDefinition: Bool
        /// Whether there is no such file any more.
        public var isGone = false
    }

    public var machine: String
    public var uuid: String
    /// Whether it runs, and has to be ended by force first.
    public var isActive: Bool
    /// False for a machine that is gone when it stops.
    public var isPersistent: Bool
    public var items: [Item]
    /// How many snapshots libvirt forgets.
    public var snapshots: Int
    /// How many checkpoints libvirt forgets.
    public var checkpoints: Int
    /// Ports of the host that lead to it, and do so no longer.
    public var ports: [PublishedPort] = []

    public var going: [Item] { items.filter { $0.whyKept == nil && !$0.isGone } }
    public var kept: [Item] { items.filter { $0.whyKept != nil } }
    public var gone: [Item] { items.filter(\.isGone) }
}

extension MachineDeletion {
    /// Whether it takes no more than what was shown to a person. Sizes may differ, for a running guest writes, and the
    /// machine may have stopped.
    func keepsTo(_ shown: MachineDeletion) -> Bool {
        guard shown.isActive || !isActive else { return false }
        var (now, shown) = (self, shown)
        now.isActive = shown.isActive
        for index in now.items.indices { now.items[index].size = nil }
        for index in shown.items.indices { shown.items[index].size = nil }
        return now == shown
    }
}
