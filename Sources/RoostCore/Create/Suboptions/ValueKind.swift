/// How the text of a suboption becomes a value, how the value is written back, and how the help shows it.
struct ValueKind<Value: Sendable & Equatable>: Sendable {
    /// What the help writes after `=`: `PATH`, `yes|no`.
    var placeholder: String
    /// Words that people write here; a closed vocabulary accepts nothing else.
    var known: [String] = []
    var commas: CommaRule = .none
    /// Never shown in an error, left out when an option is written back for display.
    var isSecret = false
    /// The text is never empty.
    var parse: @Sendable (_ text: String, _ context: RequestContext) throws(ValueProblem) -> Value
    var render: @Sendable (Value) -> String
}
