import RoostCore

extension Report {
    /// Tells how a first boot goes on, a line each.
    static func firstBoot(_ event: FirstBootEvent, of label: String) {
        switch event {
        case .reached(let phase, let time): notice("\(label): \(phase.rawValue) (\(time.components.seconds) s)")
        case .logEnd(let lines):
            notice("The end of the boot log of \(label):\n\(lines.joined(separator: "\n"))")
        }
    }
}
