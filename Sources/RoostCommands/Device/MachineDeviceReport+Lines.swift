import RoostCore
import TerminalOutput

extension MachineDeviceReport {
    /// What became of it, a line each.
    var lines: [String] {
        var lines = effects.map { effect in "\(machine): \(device) \(effect.what)\(time(of: effect))" }
        lines += made.map { "Made \($0)" }
        lines += deleted.map { "Deleted \($0)" }
        lines += notices
        if hasSavedState, effects.contains(where: { $0.isAtNextStart && !$0.isNow }) {
            lines.append(
                "\(machine) has a saved state, which goes on with the old devices; "
                    + "roost start --fresh throws it away and boots")
        }
        return lines
    }

    private func time(of effect: Effect) -> String {
        guard wasActive else { return "" }
        let reason = effect.whyNotNow.map { " (not now: \($0))" } ?? ""
        switch (effect.isNow, effect.isAtNextStart) {
        case (true, true): return ", now and at every later start"
        case (true, false): return ", now only"
        case (false, true): return ", at the next start\(reason)"
        case (false, false): return ", not changed\(reason)"
        }
    }

    /// Says what became of it: for people on standard error, for programs as an answer.
    func tell(_ output: OutputOptions) throws {
        guard output.format != .table || output.quiet else {
            for line in lines { Report.notice(line) }
            return
        }
        try Report.answer(self, output, names: [device]) { "" }
    }
}
