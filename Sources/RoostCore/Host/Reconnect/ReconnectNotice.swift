/// What a person is told while a lost connection is made again.
public enum ReconnectNotice: Sendable {
    /// The connection is lost; it is being made again.
    case lost(Failure)
    /// The connection stands again, so long after it was lost.
    case back(after: Duration)
}
