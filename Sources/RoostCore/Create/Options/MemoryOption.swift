/// `--memory`: how much memory.
public struct MemoryOption: MachineOption {
    var writtenMemory: UInt64?
    var writtenCurrent: UInt64?
    var writtenMaximum: UInt64?
    /// Whether the memory is in huge pages of the host.
    public var usesHugePages: Bool?

    public init() {}

    /// Bytes that the guest starts with, a multiple of 1 KiB; nil when only `hugepages` was given.
    public var current: UInt64? { writtenCurrent ?? writtenMemory ?? writtenMaximum }

    /// Bytes that the guest can be given while it runs.
    public var maximum: UInt64? { writtenMaximum ?? writtenMemory ?? current }

    public static let table = OptionTable<MemoryOption>(
        "--memory", "Memory, in MiB or with a unit.",
        examples: ["4096", "4G", "2048,maxmemory=4096", "4G,hugepages=yes"],
        positional: ["memory"]
    ) {
        Suboption("memory", .mebibytes, "Memory, in MiB or with a unit.", \.writtenMemory)
        Suboption("maxmemory", .mebibytes, "How much it can be given while it runs.", \.writtenMaximum)
        Suboption("currentMemory", .mebibytes, "What it starts with, less than memory.", \.writtenCurrent)
        Suboption("hugepages", .flag, "Use the host's huge pages.", \.usesHugePages)
    }

    public mutating func complete() throws(RequestError) {
        guard let current, let maximum else { return }
        guard current <= maximum else {
            let name = writtenMaximum != nil ? "maxmemory" : "currentMemory"
            throw Self.error(
                name,
                "\(ByteSize.render(current)) at the start is more than the maximum of \(ByteSize.render(maximum))",
                remedy: "Give a maximum of at least \(ByteSize.render(current)).")
        }
        guard current >= 1 << 20 else {
            throw Self.error(
                "memory", "\(ByteSize.render(current)) is less than 1 MiB", remedy: "Give MiB (4096) or a unit (4G).")
        }
    }
}
