extension FilterTable {
    /// Reads the tables of `nft list ruleset` that decide over what is forwarded.
    /// - Parameter hasIPTables: whether the tables of iptables were read by its own program already.
    static func tables(nft lines: [String], hasIPTables: Bool) -> [FilterTable] {
        var tables: [FilterTable] = []
        var table: FilterTable?
        var chain: String?
        for line in lines {
            let words = FilterTable.words(line.replacing("\t", with: " "))
            if words.count >= 4, words[0] == "table", words.last == "{" {
                // Of IPv6 nothing is judged.
                let isOther = words[1] != "inet" && words[1] != "ip"
                let isIPTables = hasIPTables && words[1] == "ip" && words[2] == "filter"
                table = isOther || isIPTables ? nil : FilterTable(name: "nft \(words[1]) \(words[2])")
            } else if table != nil, words.count == 3, words[0] == "chain", words[2] == "{" {
                chain = words[1]
                table?.chains[words[1]] = Chain()
            } else if words == ["}"] {
                if chain != nil {
                    chain = nil
                } else if let whole = table {
                    if !whole.entries.isEmpty { tables.append(whole) }
                    table = nil
                }
            } else if let name = chain {
                if words.first == "type" {
                    // Chains of nat and route decide over nothing.
                    guard words.contains("forward"), words.count > 1, words[1] == "filter" else { continue }
                    table?.entries.append(name)
                    let drops = zip(words, words.dropFirst()).contains { $0 == "policy" && $1.hasPrefix("drop") }
                    table?.chains[name]?.policy = drops ? .drop : .accept
                } else if let first = words.first, !first.hasPrefix("#") {
                    table?.chains[name]?.rules.append(rule(nft: words))
                }
            }
        }
        return tables
    }

    private static func rule(nft words: [String]) -> FilterRule {
        var rule = FilterRule(text: words.joined(separator: " "))
        var rest = words[...]
        while let word = rest.popFirst() {
            switch word {
            case "iifname", "iif": rule.incoming = match(&rest, &rule)
            case "oifname", "oif": rule.outgoing = match(&rest, &rule)
            case "ip":
                switch rest.popFirst() {
                case "saddr": rule.source = match(&rest, &rule)
                case "daddr": rule.destination = match(&rest, &rule)
                default:
                    rule.isPartial = true
                    rest = rest.dropFirst()
                }
            case "ct":
                if rest.popFirst() == "state", rest.first != "vmap" {
                    if rest.first == "!=" {
                        rule.areStatesNegated = true
                        rest = rest.dropFirst()
                    }
                    rule.states = Set(items(&rest).map { $0.uppercased() })
                } else {
                    rule.isPartial = true
                }
            case "counter": if rest.first == "packets" { rest = rest.dropFirst(4) }
            case "accept": rule.verdict = .accept
            case "drop", "reject":
                rule.verdict = .drop
                return rule
            case "return": rule.verdict = .back
            case "jump": rule.verdict = .jump(rest.popFirst() ?? "")
            case "goto": rule.verdict = .go(rest.popFirst() ?? "")
            case "comment": rest = rest.dropFirst()
            case "log": rest = rest.dropFirst(rest.first == "prefix" ? 2 : 0)
            default: if rule.verdict == .none { rule.isPartial = true }
            }
        }
        return rule
    }

    private static func match(_ rest: inout ArraySlice<String>, _ rule: inout FilterRule) -> FilterRule.Match? {
        let isNegated = rest.first == "!="
        if isNegated { rest = rest.dropFirst() }
        let items = items(&rest)
        guard items.count == 1 else {
            // One of several, or none: it may fit.
            rule.isPartial = true
            return nil
        }
        return FilterRule.Match(text: items[0], isNegated: isNegated)
    }

    /// `a`, `a,b` or `{ a, b }`.
    private static func items(_ rest: inout ArraySlice<String>) -> [String] {
        guard let first = rest.popFirst() else { return [] }
        var words = [first]
        if first == "{" {
            words = []
            while let next = rest.popFirst(), next != "}" { words.append(next) }
        }
        return words.flatMap { $0.split(separator: ",").map(String.init) }
    }
}
