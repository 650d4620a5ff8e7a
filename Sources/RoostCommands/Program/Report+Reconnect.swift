import RoostCore

extension Report {
    /// Tells that the host of something that is waited for was lost, or is back.
    static func reconnect(_ notice: ReconnectNotice, waitingFor label: String) {
        switch notice {
        case .lost(let failure):
            warning("Lost the host of \(label): \(failure.why ?? failure.what)", hint: "Connecting again; Ctrl-C ends")
        case .back(let gap): self.notice("The host of \(label) is back after \(gap.components.seconds) s")
        }
    }
}
