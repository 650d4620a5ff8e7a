/// One suboption of an option: its names, what it takes, one line of help, and where it lands in the typed option.
///
/// From this single declaration come parsing, errors, the listing of `--disk help` and writing back.
struct Suboption<Target: Sendable>: Sendable {
    /// The name that errors and help use first, then its aliases. `#` stands for a number: `source.host#.name`.
    let names: [String]
    let placeholder: String
    let known: [String]
    let help: String
    let commas: CommaRule
    let isSecret: Bool
    let repeats: Bool
    let store: @Sendable (inout Target, _ index: Int, String, RequestContext) throws(ValueProblem) -> Void
    /// The values to write back, each with its number where the name has a `#`.
    let render: @Sendable (Target) -> [(index: Int, value: String)]

    var name: String { names[0] }
    private init<Value>(
        names: String, kind: ValueKind<Value>, help: String, repeats: Bool,
        store: @escaping @Sendable (inout Target, Int, Value) -> Void,
        render: @escaping @Sendable (Target) -> [(index: Int, value: String)]
    ) {
        self.names = names.split(separator: " ").map(String.init)
        self.placeholder = kind.placeholder
        self.known = kind.known
        self.help = help
        self.commas = kind.commas
        self.isSecret = kind.isSecret
        self.repeats = repeats
        self.store = { (target, index, text, context) throws(ValueProblem) in
            store(&target, index, try kind.parse(text, context))
        }
        self.render = render
    }

    /// A suboption that sets one property.
    /// - Parameter names: the name, then its aliases, separated by spaces.
    init<Value>(
        _ names: String, _ kind: ValueKind<Value>, _ help: String,
        _ path: any WritableKeyPath<Target, Value?> & Sendable
    ) {
        self.init(
            names: names, kind: kind, help: help, repeats: false,
            store: { target, _, value in target[keyPath: path] = value },
            render: { target in target[keyPath: path].map { [(0, kind.render($0))] } ?? [] })
    }

    /// A suboption that may be written several times, each time adding to a list.
    /// - Parameter isMine: which items of the list this suboption writes back, where several fill the same list.
    init<Value>(
        _ names: String, _ kind: ValueKind<Value>, _ help: String,
        appendingTo path: any WritableKeyPath<Target, [Value]> & Sendable,
        where isMine: @escaping @Sendable (Value) -> Bool = { _ in true }
    ) {
        self.init(
            names: names, kind: kind, help: help, repeats: true,
            store: { target, _, value in target[keyPath: path].append(value) },
            render: { target in target[keyPath: path].filter(isMine).map { (0, kind.render($0)) } })
    }

    /// A suboption of a numbered list: `source.host0.name`; without a number it means number 0.
    /// - Parameter list: where the numbered values are; missing ones are filled with `Item()`.
    init<Item: RequestListItem, Value>(
        _ names: String, _ kind: ValueKind<Value>, _ help: String,
        each list: any WritableKeyPath<Target, [Item]> & Sendable,
        _ path: any WritableKeyPath<Item, Value?> & Sendable
    ) {
        self.init(
            names: names, kind: kind, help: help, repeats: false,
            store: { target, index, value in
                while target[keyPath: list].count <= index { target[keyPath: list].append(Item()) }
                target[keyPath: list][index][keyPath: path] = value
            },
            render: { target in
                target[keyPath: list].enumerated().compactMap { index, item in
                    item[keyPath: path].map { (index, kind.render($0)) }
                }
            })
    }

    private init(
        copying names: [String], placeholder: String, known: [String], help: String, commas: CommaRule, isSecret: Bool,
        repeats: Bool,
        store: @escaping @Sendable (inout Target, Int, String, RequestContext) throws(ValueProblem) -> Void,
        render: @escaping @Sendable (Target) -> [(index: Int, value: String)]
    ) {
        self.names = names
        self.placeholder = placeholder
        self.known = known
        self.help = help
        self.commas = commas
        self.isSecret = isSecret
        self.repeats = repeats
        self.store = store
        self.render = render
    }

    /// The same suboption for a structure that holds this one's target, so that what options share is declared once.
    func lifted<Parent>(
        to base: any WritableKeyPath<Parent, Target> & Sendable, prefix: String = ""
    ) -> Suboption<Parent> {
        Suboption<Parent>(
            copying: names.map { prefix + $0 }, placeholder: placeholder, known: known, help: help, commas: commas,
            isSecret: isSecret, repeats: repeats,
            store: { (parent, index, text, context) throws(ValueProblem) in
                try store(&parent[keyPath: base], index, text, context)
            },
            render: { parent in render(parent[keyPath: base]) })
    }

    /// The number in `name` when it is one of this suboption's names, 0 for a name without a number; else nil.
    func index(matching name: String) -> Int? {
        for candidate in names {
            let parts = candidate.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2 else {
                if candidate == name { return 0 }
                continue
            }
            guard name.utf8.count >= parts[0].utf8.count + parts[1].utf8.count, name.hasPrefix(parts[0]),
                name.hasSuffix(parts[1])
            else { continue }
            let digits = name.dropFirst(parts[0].count).dropLast(parts[1].count)
            if digits.isEmpty { return 0 }
            // A machine has a handful of these; the bound keeps host99999999 from filling memory.
            if digits.utf8.count <= 2, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let index = Int(digits) {
                return index
            }
        }
        return nil
    }

    func elements(of target: Target) -> [OptionElement] {
        render(target).map { index, value in
            OptionElement(
                name: name.split(separator: "#", omittingEmptySubsequences: false).joined(separator: "\(index)"),
                value: value)
        }
    }
}
