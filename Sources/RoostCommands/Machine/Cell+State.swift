import RoostCore
import TerminalOutput

extension Cell {
    /// A state by its word; colour only repeats it.
    static func state(_ state: MachineState) -> Cell {
        let style: Style =
            switch state {
            case .running: .green
            case .paused, .pmSuspended, .shuttingDown, .blocked: .yellow
            case .crashed: .red
            default: .plain
            }
        return Cell(state.rawValue, style: style)
    }
}
