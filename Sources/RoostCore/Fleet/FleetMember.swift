/// One of the hosts that a command speaks to.
enum FleetMember: Hashable, Sendable {
    /// The one that is meant when none is named.
    case standard
    case named(HostTarget)

    /// As the person knows it; a host that nobody named has no name before it is found.
    var name: String {
        switch self {
        case .standard: "the host"
        case .named(let target): target.name
        }
    }

    /// How long to wait for its answer.
    var limit: Duration {
        switch self {
        case .standard: .seconds(HostEntry.standardTimeout)
        case .named(let target): target.limit
        }
    }

    /// What to say when that has passed.
    var late: Failure {
        Failure(
            .unreachable, "No answer from \(name)", why: "it has not answered within \(limit.components.seconds) s",
            remedy: "Look whether it is up: roost host show \(ShellWord.quoted(name))")
    }

    /// Whether it might let us in when ssh may ask for a password or about its key.
    func mightLetIn(after failure: Failure) -> Bool {
        guard case .named(let target) = self else { return false }
        return target.uri.transport == "ssh" && failure.kind == .permission
    }
}
