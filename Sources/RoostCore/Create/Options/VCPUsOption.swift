/// `--vcpus`: how many virtual CPUs, and how they are laid out.
public struct VCPUsOption: MachineOption {
    /// More than any hypervisor gives; the host refuses what it cannot.
    public static let maximum = 4096

    var writtenCount: Int?
    var writtenCurrent: Int?
    var writtenMaximum: Int?
    public var topology = CPUTopology()
    /// CPUs of the host that the machine may use, as libvirt writes them: `0-3,^2`.
    public var cpuset: String?
    /// Who places the machine on the host: static or auto.
    public var placement: String?

    public init() {}

    /// CPUs that the machine starts with; nil when only a layout or a placement was asked for.
    public var count: Int? {
        writtenCurrent ?? writtenCount ?? writtenMaximum ?? (topology.isEmpty ? nil : topology.product)
    }

    /// CPUs that the machine can be given while it runs.
    public var maximumCount: Int? { writtenMaximum ?? writtenCount ?? count }

    public static let table = OptionTable<VCPUsOption>(
        "--vcpus", "Number of virtual CPUs.",
        examples: ["4", "2,maxvcpus=8", "8,sockets=1,cores=4,threads=2", "4,cpuset=0-3,8"],
        positional: ["vcpus"]
    ) {
        Suboption("vcpus vcpu", .number(1...maximum), "Virtual CPUs.", \.writtenCount)
        Suboption("maxvcpus", .number(1...maximum), "How many it can be given while it runs.", \.writtenMaximum)
        Suboption("vcpu.current", .number(1...maximum), "How many it starts with, fewer than vcpus.", \.writtenCurrent)
        CPUTopology.suboptions(prefix: "").map { $0.lifted(to: \.topology) }
        Suboption("cpuset vcpu.cpuset", .cpuset, "CPUs of the host that it may use.", \.cpuset)
        Suboption("vcpu.placement placement", .choice("static", "auto"), "Who places it on the host.", \.placement)
    }

    public mutating func complete() throws(RequestError) {
        if cpuset == "auto" {
            guard placement != "static" else {
                throw Self.error("cpuset", "auto contradicts placement static", remedy: "Keep one of them.")
            }
            (cpuset, placement) = (nil, "auto")
        }
        if cpuset != nil, placement == "auto" {
            throw Self.error("placement", "auto leaves no room for a cpuset", remedy: "Keep one of them.")
        }
        // The product of four numbers of at most 4096 fits in an Int.
        guard topology.product <= Self.maximum else {
            throw Self.error(
                nil, "the topology has \(topology.product) CPUs, and the most is \(Self.maximum)",
                remedy: "Give smaller numbers.")
        }
        guard let count, let maximumCount else { return }
        guard count <= maximumCount else {
            throw Self.error(
                writtenMaximum != nil ? "maxvcpus" : "vcpu.current",
                "\(count) CPUs at the start are more than the maximum of \(maximumCount)",
                remedy: "Give a maximum of at least \(count).")
        }
        guard topology.isEmpty || topology.filled(for: maximumCount) != nil else {
            throw Self.error(
                nil, "\(maximumCount) CPUs do not fit a topology of \(topology.product)",
                remedy: "sockets × dies × cores × threads must be the number of CPUs, the maximum where one is given.")
        }
    }
}
