extension FilterTable {
    /// Reads the table `filter` as iptables-save writes it.
    init(iptables lines: [String]) {
        self.init(name: "iptables")
        for line in lines {
            if line.hasPrefix(":") {
                let parts = line.dropFirst().split(separator: " ").map(String.init)
                guard parts.count >= 2 else { continue }
                chains[parts[0], default: Chain()].policy =
                    parts[1] == "-" ? nil : parts[1] == "ACCEPT" ? .accept : .drop
            } else if line.hasPrefix("-A ") {
                let words = Self.words(line)
                guard words.count > 2 else { continue }
                chains[words[1], default: Chain()].rules.append(Self.rule(words, line))
            }
        }
        if chains["FORWARD"] != nil { entries = ["FORWARD"] }
    }

    /// Options that take a value and say nothing of which packets fit.
    private static let silent: Set<String> = [
        "--comment", "--reject-with", "--log-prefix", "--log-level", "--set-xmark", "--set-mark",
    ]
    private static let modules: Set<String> = ["conntrack", "state", "comment", "physdev"]

    private static func rule(_ words: [String], _ text: String) -> FilterRule {
        var rule = FilterRule(text: text)
        var isNegated = false
        var rest = words[2...]
        while let word = rest.popFirst() {
            if word == "!" {
                isNegated = true
                continue
            }
            defer { isNegated = false }
            func match() -> FilterRule.Match? {
                rest.popFirst().map { FilterRule.Match(text: $0, isNegated: isNegated) }
            }
            switch word {
            case "-i": rule.incoming = match()
            case "-o": rule.outgoing = match()
            case "-s": rule.source = match()
            case "-d": rule.destination = match()
            case "--ctstate", "--state":
                rule.states = rest.popFirst().map { Set($0.split(separator: ",").map(String.init)) }
                rule.areStatesNegated = isNegated
            case "--physdev-is-bridged": rule.isBridged = !isNegated
            case "-m":
                if let module = rest.popFirst(), !modules.contains(module) { rule.isPartial = true }
            case "-j": rule.verdict = verdict(rest.popFirst() ?? "")
            case "-g": rule.verdict = .go(rest.popFirst() ?? "")
            case let option where silent.contains(option): _ = rest.popFirst()
            // A protocol, a port, a set: it fits some packets.
            case let option where option.hasPrefix("-"):
                // What belongs to a target says nothing of the packets.
                if rule.verdict == .none { rule.isPartial = true }
                if let next = rest.first, !next.hasPrefix("-"), next != "!" { rest.removeFirst() }
            default: break
            }
        }
        return rule
    }

    private static func verdict(_ target: String) -> FilterRule.Verdict {
        switch target {
        case "ACCEPT": .accept
        case "DROP", "REJECT": .drop
        case "RETURN": .back
        case "LOG", "NFLOG", "MARK", "CONNMARK", "AUDIT", "TRACE", "ULOG", "SET", "": .none
        default: .jump(target)
        }
    }

    /// The words of a line; iptables-save puts double quotes around those with spaces.
    static func words(_ line: String) -> [String] {
        var words: [String] = []
        var word = ""
        var isQuoted = false
        var isEscaped = false
        for character in line {
            if isEscaped {
                word.append(character)
                isEscaped = false
            } else if character == "\\", isQuoted {
                isEscaped = true
            } else if character == "\"" {
                isQuoted.toggle()
            } else if character == " ", !isQuoted {
                if !word.isEmpty { words.append(word) }
                word = ""
            } else {
                word.append(character)
            }
        }
        return word.isEmpty ? words : words + [word]
    }
}
