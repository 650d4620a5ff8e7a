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

    func outcome(_ packet: FilterPacket) -> Outcome {
        var doubt: Outcome?
        for entry in entries {
            var doubts: [String] = []
            let end = walk(entry, packet, depth: 0, &doubts)
            switch end ?? decided(chains[entry]?.policy, entry) {
            case .passes: break
            // What may have been accepted before it is not known to be dropped.
            case .dropped(let by):
                if doubts.isEmpty { return .dropped(by) }
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
    private func walk(_ chain: String, _ packet: FilterPacket, depth: Int, _ doubts: inout [String]) -> Outcome? {
        guard depth < Self.deepest, let rules = chains[chain]?.rules else { return nil }
        for rule in rules {
            let fits = rule.fits(packet)
            if fits == false { continue }
            switch rule.verdict {
            case .none: continue
            case .accept:
                if fits == true { return .passes }
                doubts.append(rule.text)
            case .drop:
                // One that may drop some packets, as those of a port, does not cut a guest off.
                if fits == true { return .dropped("\(name): \(rule.text)") }
            case .back:
                if fits == true { return nil }
            case .jump(let other), .go(let other):
                if let end = walk(other, packet, depth: depth + 1, &doubts) {
                    if fits == true { return end }
                    if end == .passes { doubts.append(rule.text) }
                } else if fits == true, case .go = rule.verdict {
                    return nil
                }
            }
        }
        return nil
    }
}
