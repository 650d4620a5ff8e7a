import LibvirtXML

/// The steps that a change takes on one machine, worked out before the first of them is done.
struct MachineChangePlan: Sendable {
    /// Steps on the running machine, then steps on its definition, in an order in which each of them is allowed.
    private(set) var steps: [MachineChangeStep] = []
    private(set) var effects: [MachineChangeReport.Effect] = []

    private let machine: String
    private let scope: MachineChange.Scope
    private let definitions: MachineDefinitions

    /// - Throws: ``Failure`` of kind state or usage when the machine cannot be changed like that; nothing was done then.
    init(_ change: MachineChange, of machine: String, _ definitions: MachineDefinitions) throws(Failure) {
        self.machine = machine
        self.scope = change.scope
        self.definitions = definitions
        if change.scope == .now, definitions.live == nil {
            throw Failure(
                .state, "Cannot change \(machine) now", why: "it does not run",
                remedy: "Leave --now out, or start it first: roost start \(ShellWord.quoted(machine))")
        }
        if change.scope == .nextStart || change.isForDefinition, definitions.next == nil {
            throw Failure(
                .state, "Cannot change the next start of \(machine)",
                why: "it has no definition: it is gone when it stops", remedy: "Leave --next-start out.")
        }
        try planMemory(change)
        try planVCPUs(change)
        planText(change.title, .title, \.title, MachineChangeStep.Value.title)
        planText(change.notes, .notes, \.description, MachineChangeStep.Value.notes)
        planTags(change)
        planDefinition(change)
        // A definition is changed only when the running machine took what it could.
        steps = steps.filter { $0.target == .live } + steps.filter { $0.target == .definition }
    }

    private var live: LibvirtXML.Domain? { scope == .nextStart ? nil : definitions.live }
    private var next: LibvirtXML.Domain? { scope == .now ? nil : definitions.next }

    private mutating func planMemory(_ change: MachineChange) throws(Failure) {
        let wanted = AmountChange(
            current: change.memory.map(Self.kibibytes), maximum: change.maximumMemory.map(Self.kibibytes))
        guard !wanted.isEmpty else { return }
        let tooMuch = { (amounts: Amounts) in
            "\(ByteSize.render(amounts.current << 10)) is more than its maximum, \(ByteSize.render(amounts.maximum << 10))"
        }
        let has = next.map(Self.memory)
        let gets = try has.map { has throws(Failure) in
            try checked(wanted.applied(to: has), "Cannot set the memory of \(machine)", tooMuch, "--memory")
        }
        var whyNotNow: String?
        if let live, let current = wanted.current {
            let has = Self.memory(live)
            if current > has.maximum {
                whyNotNow = "while it runs it can have \(ByteSize.render(has.maximum << 10)) at most"
            } else if live.devices.memoryBalloon?.model == .noBalloon {
                whyNotNow = "it has no memory balloon"
            } else {
                add(.live, .memory(has.current), .memory(current))
            }
            try demandNow(whyNotNow, "Cannot set the memory of \(machine) now")
        }
        if let has, let gets {
            addOrdered(has, gets, { .memory($0) }, { .maximumMemory($0) })
        }
        report(.memory, wanted.current.map { $0 << 10 }, isPossibleNow: true, whyNotNow)
        let maximum = wanted.maximum ?? (has?.maximum == gets?.maximum ? nil : gets?.maximum)
        report(.maximumMemory, maximum.map { $0 << 10 }, isPossibleNow: false, whyMaximum(wanted))
    }

    private mutating func planVCPUs(_ change: MachineChange) throws(Failure) {
        let wanted = AmountChange(
            current: change.vcpus.map { UInt64($0) }, maximum: change.maximumVCPUs.map { UInt64($0) })
        guard !wanted.isEmpty else { return }
        let has = next.map(Self.vcpus)
        let gets = try has.map { has throws(Failure) in
            var gets = try checked(
                wanted.applied(to: has), "Cannot set the vCPUs of \(machine)",
                { "\($0.current) are more than its maximum, \($0.maximum)" }, "--vcpus")
            if let topology = next?.topologyVCPUs, topology != gets.maximum {
                // Sockets, cores and threads say how many there are; fewer than all of them can still be there at start.
                guard wanted.maximum == nil, gets.current <= topology, topology == has.maximum else {
                    throw Failure(
                        .usage, "Cannot give \(machine) at most \(gets.maximum) vCPUs",
                        why: "its sockets, cores and threads make \(topology)",
                        remedy: "Change the <topology> as well: roost edit \(ShellWord.quoted(machine))")
                }
                gets.maximum = topology
            }
            return gets
        }
        var whyNotNow: String?
        if let live, let current = wanted.current {
            let has = Self.vcpus(live)
            if current > has.maximum {
                whyNotNow = "while it runs it can have \(has.maximum) at most"
            } else {
                add(.live, .vcpus(UInt32(clamping: has.current)), .vcpus(UInt32(clamping: current)))
            }
            try demandNow(whyNotNow, "Cannot set the vCPUs of \(machine) now")
        }
        if let has, let gets {
            addOrdered(has, gets, { .vcpus(UInt32(clamping: $0)) }, { .maximumVCPUs(UInt32(clamping: $0)) })
        }
        report(.vcpus, wanted.current, isPossibleNow: true, whyNotNow)
        let maximum = wanted.maximum ?? (has?.maximum == gets?.maximum ? nil : gets?.maximum)
        report(.maximumVCPUs, maximum, isPossibleNow: false, whyMaximum(wanted))
    }

    private mutating func planText(
        _ text: String?, _ setting: MachineChangeReport.Setting, _ old: (LibvirtXML.Domain) -> String?,
        _ value: (String?) -> MachineChangeStep.Value
    ) {
        guard let text else { return }
        let new = text.isEmpty ? nil : text
        for (target, definition) in targets { add(target, value(old(definition)), value(new)) }
        effects.append(effect(setting, text: text))
    }

    private mutating func planTags(_ change: MachineChange) {
        guard !change.addedTags.isEmpty || !change.removedTags.isEmpty else { return }
        var all: [String] = []
        for (target, definition) in targets {
            let old = MachineMetadata(of: definition).tags
            var new = old.filter { !change.removedTags.contains($0) }
            for tag in change.addedTags where !new.contains(tag) { new.append(tag) }
            add(target, .tags(old), .tags(new))
            all = new
        }
        effects.append(effect(.tags, tags: all))
    }

    /// What is written into the definition as a whole, after all steps.
    private mutating func planDefinition(_ change: MachineChange) {
        let reason = live == nil ? nil : "a machine gets it when it starts"
        for (setting, text) in [
            (MachineChangeReport.Setting.bootOrder, change.bootOrder?.joined(separator: ", ")), (.cpu, change.cpu),
        ] {
            guard let text else { continue }
            var effect = effect(setting, text: text)
            effect.isNow = false
            effect.whyNotNow = reason
            effects.append(effect)
        }
    }
}

extension MachineChangePlan {
    private var targets: [(MachineChangeStep.Target, LibvirtXML.Domain)] {
        (live.map { [(.live, $0)] } ?? []) + (next.map { [(.definition, $0)] } ?? [])
    }

    /// The maximum goes first when it grows, so that what is asked for fits at every moment; last when it shrinks.
    private mutating func addOrdered(
        _ has: Amounts, _ gets: Amounts, _ current: (UInt64) -> MachineChangeStep.Value,
        _ maximum: (UInt64) -> MachineChangeStep.Value
    ) {
        let grows = gets.maximum > has.maximum
        if grows { add(.definition, maximum(has.maximum), maximum(gets.maximum)) }
        add(.definition, current(has.current), current(gets.current))
        if !grows { add(.definition, maximum(has.maximum), maximum(gets.maximum)) }
    }

    private mutating func add(
        _ target: MachineChangeStep.Target, _ old: MachineChangeStep.Value, _ new: MachineChangeStep.Value
    ) {
        if old != new { steps.append(MachineChangeStep(target: target, old: old, new: new)) }
    }

    private mutating func report(
        _ setting: MachineChangeReport.Setting, _ amount: UInt64?, isPossibleNow: Bool, _ whyNotNow: String?
    ) {
        guard let amount else { return }
        var effect = effect(setting, amount: amount)
        effect.isNow = effect.isNow && isPossibleNow && whyNotNow == nil
        effect.whyNotNow = whyNotNow
        effects.append(effect)
    }

    private func effect(
        _ setting: MachineChangeReport.Setting, amount: UInt64? = nil, text: String? = nil, tags: [String]? = nil
    ) -> MachineChangeReport.Effect {
        MachineChangeReport.Effect(
            setting: setting, amount: amount, text: text, tags: tags, isNow: live != nil, isAtNextStart: next != nil)
    }

    /// A maximum that only follows from what was asked for needs no excuse.
    private func whyMaximum(_ wanted: AmountChange) -> String? {
        wanted.maximum == nil || live == nil ? nil : "a machine gets its maximum when it starts"
    }

    /// Where the next start brings it, "not now" is worth a remark; where only now was asked for, or all that there is,
    /// it is a failure.
    private func demandNow(_ whyNotNow: String?, _ what: String) throws(Failure) {
        guard let whyNotNow, next == nil else { return }
        throw Failure(
            .state, what, why: whyNotNow,
            remedy: definitions.next == nil ? nil : "Leave --now out to have it from the next start on.")
    }

    private func checked(
        _ amounts: Amounts, _ what: String, _ why: (Amounts) -> String, _ option: String
    ) throws(Failure) -> Amounts {
        guard amounts.current > amounts.maximum else { return amounts }
        throw Failure(.usage, what, why: why(amounts), remedy: "Give \(option) as well.")
    }

    private static func kibibytes(_ bytes: UInt64) -> UInt64 { (bytes + 1023) / 1024 }

    private static func memory(_ domain: LibvirtXML.Domain) -> Amounts {
        let maximum = kibibytes(min(domain.memory ?? 0, .max - 1023))
        return Amounts(
            current: domain.currentMemory.map { kibibytes(min($0, .max - 1023)) } ?? maximum, maximum: maximum)
    }

    private static func vcpus(_ domain: LibvirtXML.Domain) -> Amounts {
        let maximum = UInt64(domain.maximumVCPUs ?? 1)
        return Amounts(current: domain.currentVCPUs.map { UInt64($0) } ?? maximum, maximum: maximum)
    }

    /// How much a machine has, and how much it may have without a restart.
    fileprivate struct Amounts: Hashable, Sendable {
        var current: UInt64
        var maximum: UInt64
    }

    private struct AmountChange {
        var current: UInt64?
        var maximum: UInt64?

        var isEmpty: Bool { current == nil && maximum == nil }

        /// A machine that has all it may have goes on having all of it; one with room above keeps that room.
        func applied(to has: Amounts) -> Amounts {
            let isFull = has.current == has.maximum
            let implied = current.map { isFull || $0 > has.maximum ? $0 : has.maximum }
            return Amounts(current: current ?? has.current, maximum: maximum ?? implied ?? has.maximum)
        }
    }
}

extension LibvirtXML.Domain {
    /// What sockets, dies, cores and threads make; nil when they are not said.
    fileprivate var topologyVCPUs: UInt64? {
        guard let cpu = self.cpu, let sockets = cpu.sockets, let cores = cpu.cores, let threads = cpu.threads else {
            return nil
        }
        var product = UInt64(1)
        for factor in [sockets, cpu.dies ?? 1, cores, threads] {
            let (next, overflow) = product.multipliedReportingOverflow(by: UInt64(factor))
            guard !overflow else { return nil }
            product = next
        }
        return product
    }
}
