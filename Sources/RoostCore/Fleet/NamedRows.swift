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
