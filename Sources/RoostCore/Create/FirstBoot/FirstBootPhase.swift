/// How far a new guest is on its way to being logged in to; each is told when it is reached.
public enum FirstBootPhase: String, CaseIterable, Hashable, Sendable, Codable {
    /// Its disk is made.
    case disk
    /// It runs.
    case start
    /// The firmware has handed over, or has said something.
    case firmware
    case kernel
    /// The guest agent answers.
    case agent
    /// cloud-init is done.
    case cloudInit = "cloud-init"
    /// An SSH server answers.
    case ssh
}
