import TerminalOutput

extension Cell {
    /// A size as people read it.
    static func bytes(_ bytes: UInt64) -> Cell { Cell(ByteCount(bytes).formatted) }

    static func yesNo(_ value: Bool) -> Cell { Cell(value ? "yes" : "no") }

    /// Whether a network or a pool runs.
    static func activity(_ active: Bool) -> Cell {
        Cell(active ? "active" : "inactive", style: active ? .green : .plain)
    }
}
