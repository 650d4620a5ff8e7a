/// An account of the system, as far as roles need it.
struct Account: Hashable, Sendable {
    /// The name as the system has it, which may differ in case from what was typed.
    let name: String
    let isRoot: Bool
    let groups: Set<String>
}
