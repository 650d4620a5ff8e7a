/// A host that somebody means, before it is connected to.
public struct HostTarget: Hashable, Sendable {
    /// Its name in the hosts file; else the text that named it.
    public let name: String
    public let uri: HostURI
    /// How long to wait for its answer.
    public let limit: Duration

    init(name: String? = nil, uri: HostURI, limit: Duration = .seconds(HostEntry.standardTimeout)) {
        self.name = name ?? uri.text
        self.uri = uri
        self.limit = limit
    }

    public init(_ entry: HostEntry) { self.init(name: entry.name, uri: entry.uri, limit: entry.limit) }
}
