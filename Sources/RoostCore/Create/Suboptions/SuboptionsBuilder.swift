/// Lets a table of suboptions be written one a line. A builder rather than an array, because the compiler checks each
/// line by itself and stays quick however long a table grows.
@resultBuilder
enum SuboptionsBuilder<Target: Sendable> {
    static func buildExpression(_ suboption: Suboption<Target>) -> [Suboption<Target>] { [suboption] }
    static func buildExpression(_ suboptions: [Suboption<Target>]) -> [Suboption<Target>] { suboptions }
    static func buildBlock(_ parts: [Suboption<Target>]...) -> [Suboption<Target>] { parts.flatMap(\.self) }
}
