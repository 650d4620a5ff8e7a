/// Which machines a list shows.
public struct MachineFilter: Hashable, Sendable {
    /// Names or patterns; none means all.
    public var names: [String]
    /// None means any.
    public var states: Set<MachineState>
    /// Each of them must be there.
    public var tags: [String]

    public init(names: [String] = [], states: Set<MachineState> = [], tags: [String] = []) {
        self.names = names
        self.states = states
        self.tags = tags
    }

    /// Whether it lets everything through.
    public var isEmpty: Bool { names.isEmpty && states.isEmpty && tags.isEmpty }

    /// Reads the states that a person typed.
    /// - Throws: ``Failure`` of kind usage that lists the known ones.
    public static func states(typed words: [String], running: Bool = false) throws(Failure) -> Set<MachineState> {
        var states: Set<MachineState> = running ? [.running] : []
        for word in words.flatMap({ $0.split(separator: ",") }) {
            guard let state = MachineState(typed: String(word)) else {
                throw Failure(
                    .usage, "'\(word)' is not a state",
                    remedy: "Use one of: \(MachineState.all.map(\.rawValue).joined(separator: ", "))")
            }
            states.insert(state)
        }
        return states
    }
}
