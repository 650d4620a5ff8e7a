/// How a machine's virtual CPUs are laid out; what is left out follows from their number.
public struct CPUTopology: RequestListItem {
    public var sockets: Int?
    public var dies: Int?
    public var cores: Int?
    public var threads: Int?

    public init() {}

    /// CPUs of the parts that are given, the others counting once.
    public var product: Int { [sockets, dies, cores, threads].reduce(1) { $0 * ($1 ?? 1) } }

    var isEmpty: Bool { self == CPUTopology() }

    /// All four parts for `count` CPUs, or nil when the given parts do not divide it. What is open goes to the cores,
    /// then to the sockets, then to the threads: guests expect many cores, as real machines have them.
    public func filled(for count: Int) -> CPUTopology? {
        guard count > 0, count.isMultiple(of: product) else { return nil }
        var result = self
        let rest = count / product
        if cores == nil {
            result.cores = rest
        } else if sockets == nil {
            result.sockets = rest
        } else if threads == nil {
            result.threads = rest
        } else if dies == nil {
            result.dies = rest
        } else if rest != 1 {
            return nil
        }
        result.sockets = result.sockets ?? 1
        result.dies = result.dies ?? 1
        result.cores = result.cores ?? 1
        result.threads = result.threads ?? 1
        return result
    }

    /// - Parameter prefix: `topology.` inside `--cpu`, nothing inside `--vcpus`.
    static func suboptions(prefix: String) -> [Suboption<Self>] {
        let range = 1...VCPUsOption.maximum
        return [
            Suboption("\(prefix)sockets", .number(range), "Number of sockets.", \.sockets),
            Suboption("\(prefix)dies", .number(range), "Dies in a socket.", \.dies),
            Suboption("\(prefix)cores", .number(range), "Cores in a die.", \.cores),
            Suboption("\(prefix)threads", .number(range), "Threads in a core.", \.threads),
        ]
    }
}
