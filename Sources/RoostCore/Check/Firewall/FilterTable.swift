/// Chains of rules that decide over what passes through the host. A packet passes when every chain that the kernel asks lets it.
struct FilterTable: Hashable, Sendable {
    struct Chain: Hashable, Sendable {
        /// What becomes of a packet that no rule decides over; nil for a chain that is jumped to.
        var policy: FilterRule.Verdict?
        var rules: [FilterRule] = []
    }

    enum Outcome: Hashable, Sendable {
        case passes
        /// By what: a rule, or a policy.
        case dropped(String)
        /// Rules that are not understood may drop it.
        case unknown(String)
    }

    /// "iptables", or "nft inet NAME".
    let name: String
    /// Chains that the kernel asks about what is forwarded.
    var entries: [String] = []
    var chains: [String: Chain] = [:]

    /// How deep chains may lead to others; the kernel has such a limit too.
    private static let deepest = 16
    /// How many rules are asked about one packet: chains may lead to each other in more ways than anybody can follow.
    private static let mostSteps = 50_000

    /// One packet's way.
    private struct Way {
        let packet: FilterPacket
        var steps = 0
        /// Whether a rule may have accepted it that is not understood.
        var hasDoubts = false
    }

    func outcome(_ packet: FilterPacket) -> Outcome {
        var doubt: Outcome?
        for entry in entries {
            var way = Way(packet: packet)
            let end = walk(entry, &way, depth: 0)
            switch end ?? decided(chains[entry]?.policy, entry) {
            case .passes: break
            // What may have been accepted before it is not known to be dropped.
            case .dropped(let by):
                if !way.hasDoubts { return .dropped(by) }
                doubt = doubt ?? .unknown(by)
            case .unknown(let by): doubt = doubt ?? .unknown(by)
            }
        }
        return doubt ?? .passes
    }

    private func decided(_ policy: FilterRule.Verdict?, _ chain: String) -> Outcome {
        policy == .drop ? .dropped("\(name): the policy of chain \(chain) is to drop") : .passes
    }

    /// - Returns: nil where no rule decides.
    private func walk(_ chain: String, _ way: inout Way, depth: Int) -> Outcome? {
        guard depth < Self.deepest, let rules = chains[chain]?.rules else { return nil }
        for rule in rules {
            way.steps += 1
            guard way.steps < Self.mostSteps else { return .unknown("\(name): its chains lead in too many ways") }
            let fits = rule.fits(way.packet)
            if fits == false { continue }
            switch rule.verdict {
            case .none: continue
            case .accept:
                if fits == true { return .passes }
                way.hasDoubts = true
            case .drop:
                // One that may drop some packets, as those of a port, does not cut a guest off.
                if fits == true { return .dropped("\(name): \(rule.text)") }
            case .back:
                if fits == true { return nil }
            case .jump(let other), .go(let other):
                if let end = walk(other, &way, depth: depth + 1) {
                    if fits == true { return end }
                    if case .unknown = end { return end }
                    if end == .passes { way.hasDoubts = true }
                } else if fits == true, case .go = rule.verdict {
                    return nil
                }
            }
        }
        return nil
    }
}
