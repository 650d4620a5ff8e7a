/// All that one option accepts: the single source of its parsing, its errors, its help and its written form.
public struct OptionTable<Target: MachineOption>: Sendable {
    /// The option as a person writes it, such as `--disk`.
    public let option: String
    public let summary: String
    let examples: [String]
    /// The suboptions that leading words without `=` mean, in turn: `--disk /a` is `--disk path=/a`.
    let positional: [String]
    let bareWords: BareWords<Target>?
    let suboptions: [Suboption<Target>]

    init(
        _ option: String, _ summary: String, examples: [String], positional: [String] = [],
        bareWords: BareWords<Target>? = nil,
        @SuboptionsBuilder<Target> suboptions: () -> [Suboption<Target>]
    ) {
        self.option = option
        self.summary = summary
        self.examples = examples
        self.positional = positional
        self.bareWords = bareWords
        self.suboptions = suboptions()
    }

    /// Reads an option's text into its typed form; what belongs together is checked later.
    func parse(_ text: String, in context: RequestContext) throws(RequestError) -> Target {
        var target = Target()
        var seen: [String: String] = [:]
        for element in try elements(of: text) {
            guard let value = element.value else {
                if bareWords?.accept(&target, element.name) == true { continue }
                throw missingValue(element.name)
            }
            guard let (suboption, index) = find(element.name) else { throw unknown(element.name) }
            guard !value.isEmpty else {
                throw RequestError(
                    option: option, suboption: element.name, what: "has an empty value",
                    remedy: "Write \(element.name)=\(suboption.placeholder), or leave \(element.name) out.")
            }
            let key = "\(suboption.name) \(index)"
            if !suboption.repeats, let first = seen.updateValue(element.name, forKey: key) {
                throw RequestError(
                    option: option, suboption: element.name,
                    what: first == element.name ? "is given twice" : "means the same as \(first), which is given too",
                    remedy: "Keep one of them.")
            }
            do throws(ValueProblem) {
                try suboption.store(&target, index, value, context)
            } catch {
                throw RequestError(option: option, suboption: element.name, error)
            }
        }
        return target
    }

    /// The option's text that parses to `target`. Secrets are left out unless asked for.
    func render(_ target: Target, showingSecrets: Bool) -> String {
        let first = positional.first.flatMap { name in suboptions.first { $0.name == name } }
        var elements = first?.elements(of: target) ?? []
        elements += (bareWords?.render(target) ?? []).map { OptionElement(name: $0, value: nil) }
        for suboption in suboptions where suboption.name != first?.name && (showingSecrets || !suboption.isSecret) {
            elements += suboption.elements(of: target)
        }
        return OptionText.join(elements)
    }

    /// The listing of `--disk help`, as data.
    public var help: OptionHelp {
        OptionHelp(
            option: option, summary: summary, examples: examples,
            words: (bareWords?.listed ?? []).map {
                OptionHelp.Entry(name: $0.word, aliases: [], value: nil, help: $0.help)
            },
            suboptions: suboptions.map {
                OptionHelp.Entry(
                    name: $0.name.replacingHash(), aliases: $0.names.dropFirst().map { $0.replacingHash() },
                    value: $0.placeholder, help: $0.help)
            })
    }

    private func find(_ name: String) -> (Suboption<Target>, Int)? {
        for suboption in suboptions {
            if let index = suboption.index(matching: name) { return (suboption, index) }
        }
        return nil
    }

    /// The elements with leading words named and values that contain commas put together again.
    private func elements(of text: String) throws(RequestError) -> [OptionElement] {
        var elements: [OptionElement]
        do throws(ValueProblem) { elements = try OptionText.split(text) } catch {
            throw RequestError(option: option, error)
        }
        for (position, name) in positional.enumerated() where position < elements.count {
            guard let suboption = find(name)?.0, elements[position].value == nil else { break }
            let word = elements[position].name
            var ignored = Target()
            if bareWords?.accept(&ignored, word) == true { break }
            // `--disk size` lacks its `=`; `--network bridge` is a type that also happens to be a name.
            if find(word) != nil, !suboption.known.contains(word) { throw missingValue(word) }
            elements[position] = OptionElement(name: name, value: word)
        }
        var result: [OptionElement] = []
        for element in elements {
            if let last = result.last, let value = last.value, let rule = find(last.name)?.0.commas,
                continues(rule, element)
            {
                result[result.count - 1].value = "\(value),\(element.name)" + (element.value.map { "=\($0)" } ?? "")
            } else {
                result.append(element)
            }
        }
        return result
    }

    private func continues(_ rule: CommaRule, _ element: OptionElement) -> Bool {
        var ignored = Target()
        if find(element.name) != nil || bareWords?.accept(&ignored, element.name) == true && element.value == nil {
            return false
        }
        return switch rule {
        case .none: false
        case .untilKnownName: true
        case .matching(let matches): element.value == nil && matches(element.name)
        }
    }

    private func missingValue(_ word: String) -> RequestError {
        guard let suboption = find(word)?.0 else { return unknown(word) }
        return RequestError(
            option: option, suboption: word, what: "has no value", remedy: "Write \(word)=\(suboption.placeholder).")
    }

    private func unknown(_ name: String) -> RequestError {
        let words = bareWords?.listed.map(\.word) ?? []
        if words.contains(name) {
            return RequestError(
                option: option, suboption: name, what: "stands without a value", remedy: "Write \(name) alone.")
        }
        if name.hasPrefix("/") || name.hasPrefix("./"), find("path") != nil {
            return RequestError(
                option: option, what: "\(ValueProblem.quote(name)) looks like a path",
                remedy: "A path with '=' in it is written path=PATH.")
        }
        var what = "\(ValueProblem.quote(name)) is not known here"
        if let nearest = Spelling.nearest(to: name, among: suboptions.flatMap(\.names) + words) {
            what += "; did you mean '\(nearest.replacingHash())'?"
        }
        return RequestError(
            option: option, what: what,
            remedy: "Known: \(knownNames.joined(separator: ", ")). '\(option) help' explains them.")
    }

    /// What an error lists: each name, or its family where that is large, so that the list stays readable.
    private var knownNames: [String] {
        let names = suboptions.map { $0.name.replacingHash() }
        let families = Dictionary(grouping: names) { $0.prefix { $0 != "." } }.filter { family, members in
            members.count > 4 && members.allSatisfy { $0 != family }
        }
        var listed: [String] = bareWords?.listed.map(\.word) ?? []
        for name in names {
            let shown = families.keys.first { name.hasPrefix("\($0).") }.map { "\($0).…" } ?? name
            if !listed.contains(shown) { listed.append(shown) }
        }
        return listed
    }
}

extension String {
    /// A numbered name as people read it: `source.host0.name`.
    fileprivate func replacingHash() -> String {
        split(separator: "#", omittingEmptySubsequences: false).joined(separator: "0")
    }
}
