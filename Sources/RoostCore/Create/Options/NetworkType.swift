/// The kinds of connection that `--network` can name.
public enum NetworkType: String, Sendable, CaseIterable {
    /// The host's bridge or default network, whichever it has.
    case `default`
    case network, bridge, direct, user, ethernet
}
