/// How text stands out. Colour repeats what words or shapes have already said.
public enum Style: Sendable, Hashable {
    case plain, bold, dim, red, green, yellow, cyan

    /// The number of the terminal's "select graphic rendition" sequence.
    var code: Int? {
        switch self {
        case .plain: nil
        case .bold: 1
        case .dim: 2
        case .red: 31
        case .green: 32
        case .yellow: 33
        case .cyan: 36
        }
    }
}
