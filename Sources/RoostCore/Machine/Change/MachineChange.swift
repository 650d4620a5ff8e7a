/// What is to become different about a machine. nil leaves a setting as it is.
public struct MachineChange: Hashable, Sendable, Codable {
    /// When a change takes effect.
    public enum Scope: String, Hashable, Sendable, Codable, CaseIterable {
        /// Now as far as the running machine allows, and at every later start.
        case both
        /// Only now: the next start forgets it.
        case now
        /// Only from the next start on.
        case nextStart = "next-start"
    }

    /// In bytes, from 1 MiB; libvirt counts in KiB and rounds up.
    public var memory: UInt64?
    /// The most memory that the balloon can give without a restart, in bytes, from 1 MiB.
    public var maximumMemory: UInt64?
    /// From 1.
    public var vcpus: Int?
    /// The most vCPUs that can be plugged in without a restart, from 1.
    public var maximumVCPUs: Int?
    /// One line; empty removes it.
    public var title: String?
    /// Text for people; empty removes it.
    public var notes: String?
    public var addedTags: [String]
    public var removedTags: [String]
    /// What it boots from, first first: targets of disks, MAC addresses, or the words `hd`, `cdrom` and `network` for all of
    /// a kind. From the next start on.
    public var bootOrder: [String]?
    /// The processor, as after `create --cpu`. From the next start on.
    public var cpu: String?
    public var scope: Scope

    public init(
        memory: UInt64? = nil, maximumMemory: UInt64? = nil, vcpus: Int? = nil, maximumVCPUs: Int? = nil,
        title: String? = nil, notes: String? = nil, addedTags: [String] = [], removedTags: [String] = [],
        bootOrder: [String]? = nil, cpu: String? = nil, scope: Scope = .both
    ) {
        self.memory = memory
        self.maximumMemory = maximumMemory
        self.vcpus = vcpus
        self.maximumVCPUs = maximumVCPUs
        self.title = title
        self.notes = notes
        self.addedTags = addedTags
        self.removedTags = removedTags
        self.bootOrder = bootOrder
        self.cpu = cpu
        self.scope = scope
    }
}

extension MachineChange {
    /// Looks at the values alone, without any machine.
    /// - Throws: ``Failure`` of kind usage.
    public func validate() throws(Failure) {
        try validateSizes()
        try validateTexts()
        for tag in addedTags {
            do throws(RequestError) {
                _ = try MachineTag(tag)
            } catch {
                throw Failure(.usage, error.what, remedy: error.remedy)
            }
        }
        if let both = addedTags.first(where: removedTags.contains) {
            throw Failure(.usage, "The tag '\(both)' is to be added and to be removed", remedy: "Choose one.")
        }
        if scope == .now, bootOrder != nil || cpu != nil {
            throw Failure(
                .usage, "The boot order and the processor cannot change now", why: "a machine gets them when it starts",
                remedy: "Leave --now out.")
        }
        let isEmpty = self == MachineChange(scope: scope)
        if isEmpty { throw Failure(.usage, "Nothing to change", remedy: "Say what: roost set --help") }
    }

    private func validateSizes() throws(Failure) {
        if scope == .now, maximumMemory != nil || maximumVCPUs != nil {
            throw Failure(
                .usage, "A maximum cannot change now", why: "a machine gets it when it starts",
                remedy: "Leave --now out.")
        }
        for bytes in [memory, maximumMemory] {
            guard let bytes, !(16 << 20...1 << 50).contains(bytes) else { continue }
            throw Failure(
                .usage, "\(ByteSize.render(bytes)) is no size for a machine's memory",
                why: bytes < 16 << 20 ? "it is less than 16 MiB" : "it is more than 1 PiB",
                remedy: "A number without a unit is MiB: 4096, or 4G.")
        }
        for count in [vcpus, maximumVCPUs] {
            guard let count, !(1...4096).contains(count) else { continue }
            throw Failure(.usage, "A machine cannot have \(count) vCPUs", remedy: "Give a number from 1 to 4096.")
        }
        if let memory, let maximumMemory, memory > maximumMemory {
            throw Failure(
                .usage,
                "The memory, \(ByteSize.render(memory)), is more than its maximum, \(ByteSize.render(maximumMemory))")
        }
        if let vcpus, let maximumVCPUs, vcpus > maximumVCPUs {
            throw Failure(.usage, "\(vcpus) vCPUs are more than their maximum, \(maximumVCPUs)")
        }
    }

    private func validateTexts() throws(Failure) {
        if let title, title.utf8.count > 4096 || !title.unicodeScalars.allSatisfy(OptionText.isPrintable) {
            throw Failure(
                .usage, "A title is one short line, without control characters",
                remedy: "Put longer text into the notes.")
        }
        let isClean =
            notes?.unicodeScalars.allSatisfy { OptionText.isPrintable($0) || $0 == "\n" || $0 == "\t" } ?? true
        guard isClean, notes?.utf8.count ?? 0 <= OptionText.maximumBytes else {
            throw Failure(.usage, "Notes are text of at most 64 KiB, without control characters")
        }
    }
}
