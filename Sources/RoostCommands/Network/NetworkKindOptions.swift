import ArgumentParser
import RoostCore

/// How machines of a network reach what is outside.
struct NetworkKindOptions: ParsableArguments {
    @Flag(help: "Out with the host's address (the usual kind).")
    var nat = false

    @Flag(help: "With addresses of their own; routers outside must know the way.")
    var routed = false

    @Flag(help: "Not at all: each other and the host alone.")
    var isolated = false

    @Option(
        help: ArgumentHelp(
            "The same as a word: \(NetworkKind.allCases.map(\.rawValue).joined(separator: ", ")).", valueName: "kind"))
    var forward: NetworkKind?

    /// nil where none is given.
    func kind() throws -> NetworkKind? {
        let given: [NetworkKind] =
            [nat ? .nat : nil, routed ? .route : nil, isolated ? .isolated : nil, forward].compactMap(\.self)
        guard Set(given).count <= 1 else {
            throw Failure(
                .usage, "A network has one kind, and these are \(given.map(\.rawValue).joined(separator: " and "))",
                remedy: "Keep one of them.")
        }
        return given.first
    }
}
