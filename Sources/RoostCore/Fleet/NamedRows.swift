/// The rows that names and patterns choose on one host.
public struct NamedRows<Row: Sendable>: Sendable {
    public let rows: [Row]
    /// The names that nothing has, with what to say of each.
    public let missing: [String: Failure]

    public init(rows: [Row], missing: [String: Failure] = [:]) {
        self.rows = rows
        self.missing = missing
    }
}

extension NamedRows {
    /// The rows that names and patterns choose, all of them without any.
    /// - Parameters:
    ///   - kind: what people call the sort.
    ///   - patterns: whether a pattern that matches nothing is missing.
    ///   - remedy: what to do when a name is unknown and no other is near.
    package init(
        choosing texts: [String], from all: [Row], kind: String, patterns: Bool, name: (Row) -> String,
        uuid: (Row) -> String?, id: (Row) -> Int? = { _ in nil }, remedy: ([String]) -> String? = { _ in nil }
    ) {
        guard !texts.isEmpty else {
            self.init(rows: all)
            return
        }
        let missing = NamePattern.missing(
            texts, from: all, kind: kind, patterns: patterns, name: name, uuid: uuid, id: id)
        self.init(
            rows: NamePattern.select(texts, from: all, name: name, uuid: uuid, id: id).found,
            missing: missing.mapValues { $0.or(remedy: remedy(all.map(name))) })
    }
}
