/// One host of the hosts file.
public struct HostEntry: Hashable, Sendable {
    public enum Place: Hashable, Sendable {
        /// By ssh; `session` means the user's own daemon there, not the system's.
        case address(SSHDestination, session: Bool)
        case uri(HostURI)
    }

    public var name: String
    public var place: Place
    /// Seconds to wait for an answer, 1…3600; nil takes ``standardTimeout``.
    public var timeout: Int?
    /// The libvirt URI that its place means.
    public let uri: HostURI

    public static let standardTimeout = 15
    static let timeouts = 1...3600

    /// - Throws: ``Failure`` of kind usage for a name or a timeout that cannot be.
    public init(name: String, place: Place, timeout: Int? = nil) throws(Failure) {
        try HostName.check(name)
        if let timeout, !Self.timeouts.contains(timeout) {
            throw Failure(.usage, "A timeout takes seconds, from 1 to \(Self.timeouts.upperBound)")
        }
        self.name = name
        self.place = place
        self.timeout = timeout
        uri =
            switch place {
            case .address(let address, let session): try address.uri(path: session ? "/session" : "/system")
            case .uri(let uri): uri
            }
    }

    /// How long to wait for an answer.
    public var limit: Duration { .seconds(timeout ?? Self.standardTimeout) }

    /// The place as it is written in the file.
    public var address: String {
        switch place {
        case .address(let address, _): address.description
        case .uri(let uri): uri.text
        }
    }

    /// Reads what a person gives as the place of a host: a URI, or an address.
    /// - Throws: ``Failure`` of kind usage.
    public static func place(_ text: String, session: Bool = false) throws(Failure) -> Place {
        guard text.contains("://") else { return .address(try SSHDestination(text), session: session) }
        guard !session else {
            throw Failure(
                .usage, "--session goes with an address", why: "a URI says itself which daemon it means",
                remedy: "End the URI in /session.")
        }
        return .uri(try HostURI(text))
    }
}
