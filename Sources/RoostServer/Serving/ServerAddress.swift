/// Where a server listens.
public struct ServerAddress: Hashable, Sendable {
    /// What to type into a browser.
    public let url: String
    public let port: Int
    /// The SHA-256 of the certificate; nil for plain HTTP.
    public let fingerprint: String?
    /// Whether browsers will warn of the certificate.
    public let isSelfMade: Bool
}
