/// What a person may do. Each role may do what those before it may.
public enum Role: String, Hashable, Comparable, Codable, CaseIterable, Sendable {
    /// Looks, and changes nothing.
    case viewer
    /// Makes, starts, stops and changes machines.
    case `operator`
    /// Removes, and rules over hosts, networks, pools and what others may.
    case administrator

    private var rank: Int {
        switch self {
        case .viewer: 0
        case .operator: 1
        case .administrator: 2
        }
    }

    public static func < (one: Role, other: Role) -> Bool { one.rank < other.rank }
}
