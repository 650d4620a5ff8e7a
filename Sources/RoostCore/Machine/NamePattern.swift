import Glibc

/// What a person types to name machines: an exact name, a UUID, libvirt's number, or a pattern with `*`, `?` and `[…]`.
public struct NamePattern: Hashable, Sendable {
    public let text: String

    public init(_ text: String) { self.text = text }

    public var isPattern: Bool { text.contains { "*?[".contains($0) } }

    /// Whether the shell-style pattern covers the whole name.
    public func matches(_ name: String) -> Bool {
        // Safety: both strings live through the call, which only reads them.
        unsafe fnmatch(text, name, 0) == 0
    }

    /// The items that the texts name, each once, in the order of the texts and then of the items.
    ///
    /// An exact name goes before a UUID, a UUID before a number, a number before a pattern, so that a machine named `7` or
    /// `web*` can always be reached.
    /// - Returns: the items, and one failure of kind notFound for each text that names nothing.
    public static func select<Item>(
        _ texts: [String], from items: [Item], kind: String = "machine",
        name: (Item) -> String, uuid: (Item) -> String?, id: (Item) -> Int? = { _ in nil }
    ) -> (found: [Item], missing: [Failure]) {
        var chosen: [Item] = []
        var missing: [Failure] = []
        var seen: Set<String> = []
        for text in texts {
            let found = find(text, from: items, name: name, uuid: uuid, id: id).found
            if found.isEmpty { missing.append(notFound(text, kind: kind, names: items.map(name))) }
            for item in found where seen.insert(uuid(item) ?? name(item)).inserted { chosen.append(item) }
        }
        return (chosen, missing)
    }

    /// The texts that name nothing, with what to say of each.
    /// - Parameter patterns: whether those that match nothing belong to them.
    package static func missing<Item>(
        _ texts: [String], from items: [Item], kind: String = "machine", patterns: Bool = false,
        name: (Item) -> String, uuid: (Item) -> String?, id: (Item) -> Int? = { _ in nil }
    ) -> [String: Failure] {
        var missing: [String: Failure] = [:]
        for text in texts where patterns || !NamePattern(text).isPattern {
            if find(text, from: items, name: name, uuid: uuid, id: id).found.isEmpty {
                missing[text] = notFound(text, kind: kind, names: items.map(name))
            }
        }
        return missing
    }

    /// What one text names, and whether it does so as a pattern, which may well mean several.
    package static func find<Item>(
        _ text: String, from items: [Item], name: (Item) -> String, uuid: (Item) -> String?, id: (Item) -> Int?
    ) -> (found: [Item], asPattern: Bool) {
        let named = items.filter { name($0) == text }
        if !named.isEmpty { return (named, false) }
        let identified = items.filter { uuid($0)?.lowercased() == text.lowercased() }
        if !identified.isEmpty { return (identified, false) }
        if let number = Int(text) {
            let numbered = items.filter { id($0) == number }
            if !numbered.isEmpty { return (numbered, false) }
        }
        let pattern = NamePattern(text)
        return (pattern.isPattern ? items.filter { pattern.matches(name($0)) } : [], pattern.isPattern)
    }

    package static func notFound(_ text: String, kind: String, names: [String]) -> Failure {
        let pattern = NamePattern(text)
        if pattern.isPattern { return Failure(.notFound, "No \(kind) matches '\(text)'") }
        let near = Spelling.nearest(to: text, among: names)
        return Failure(
            .notFound, "There is no \(kind) '\(text)'",
            remedy: near.map { "Did you mean '\($0)'?" })
    }
}
