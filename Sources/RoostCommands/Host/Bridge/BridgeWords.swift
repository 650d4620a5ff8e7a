import RoostCore

/// Tells how far the change of a bridge is.
enum BridgeWords {
    static func tell(_ progress: BridgeProgress, bridge: String, host: String) {
        switch progress {
        case .started(let seconds):
            Report.notice("\(host) changes its network now, and takes that back in \(seconds) s unless it is confirmed")
        case .trying: Report.notice("Trying new connections to \(host); Ctrl-C takes it back")
        case .waiting(let seconds):
            Report.notice(
                "The change is made, and taken back in \(seconds) s unless you confirm it: roost host bridge confirm "
                    + "\(ShellWord.quoted(bridge)) --host \(ShellWord.quoted(host))")
        case .silent(let seconds):
            Report.notice("\(host) does not answer, and takes it back in \(seconds) s unless it is confirmed")
        case .abandoning: Report.notice("Telling \(host) to take it back")
        case .lookingForOld: Report.notice("Not confirmed: \(host) takes it back; looking for it as it was")
        }
    }
}
