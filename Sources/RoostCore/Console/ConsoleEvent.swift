/// What comes out of a console session.
public enum ConsoleEvent: Hashable, Sendable {
    /// The console is open: for the first time, or again after the machine was started anew or the host was lost.
    case attached
    /// What the guest printed, as it is: it may hold anything.
    case output([UInt8])
    /// That many bytes were thrown away, as they came faster than they were taken.
    case lost(Int)
    /// The machine is off; the session waits until somebody starts it.
    case stopped
    /// The host is lost, for this reason; the session waits until it is back.
    case disconnected(Failure)
    /// The machine does not exist any more. Nothing follows.
    case gone
}
