/// How long `create` stays until an installation has ended.
public enum InstallWait: Sendable, Equatable {
    case forever
    /// 0 returns at once.
    case minutes(Int)
    /// The usual time for the first boot of an image.
    case ready

    /// - Parameter text: the value of `--wait`; empty when the option stood alone. As in virt-install, alone or negative
    ///   means without end.
    public init(parsing text: String) throws(RequestError) {
        if text.isEmpty {
            self = .forever
            return
        }
        if text == "ready" {
            self = .ready
            return
        }
        // A century of minutes: longer is forever, and arithmetic on it stays far from overflow.
        guard let minutes = Int(text), minutes <= 52_560_000 else {
            throw RequestError(
                option: "--wait", what: "\(ValueProblem.quote(text)) is not a number of minutes",
                remedy: "Give whole minutes, or --wait alone to wait without end.")
        }
        self = minutes < 0 ? .forever : .minutes(minutes)
    }
}
