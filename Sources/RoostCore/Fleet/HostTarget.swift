/// A host that somebody means, before it is connected to.
public struct HostTarget: Hashable, Sendable {
    /// Its name in the hosts file, or the address that was typed; nil for one that was named by its URI.
    let givenName: String?
    public let uri: HostURI
    /// How long to wait for its answer.
    public let limit: Duration

    init(name: String? = nil, uri: HostURI, limit: Duration = .seconds(HostEntry.standardTimeout)) {
        givenName = name
        self.uri = uri
        self.limit = limit
    }

    /// What to call it.
    public var name: String { givenName ?? uri.text }

    public init(_ entry: HostEntry) { self.init(name: entry.name, uri: entry.uri, limit: entry.limit) }
}
