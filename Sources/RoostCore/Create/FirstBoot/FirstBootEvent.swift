/// What is told of a first boot while it goes on.
public enum FirstBootEvent: Hashable, Sendable {
    case reached(FirstBootPhase, after: Duration)
    /// The last lines of the serial log, without what steers a terminal; told before a failure.
    case logEnd([String])
}
