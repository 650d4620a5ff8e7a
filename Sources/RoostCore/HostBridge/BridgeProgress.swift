/// How far the change of a bridge is.
public enum BridgeProgress: Hashable, Sendable, Codable {
    /// The host does it now, and takes it back in so many seconds unless it is confirmed.
    case started(seconds: Int)
    /// It is done, and a new connection is tried.
    case trying
    /// The host waits for a person to confirm it.
    case waiting(seconds: Int)
    /// No new connection comes about: the host takes it back by itself in so many seconds.
    case silent(seconds: Int)
    /// It is asked to be taken back.
    case abandoning
    /// It was not confirmed, and the host is looked for as it was before.
    case lookingForOld
}
