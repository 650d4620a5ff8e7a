public import Foundation

/// How the server is to run. ``ServerSettings/init(options:environment:file:)`` reads it from options, environment and file.
public struct ServerSettings: Hashable, Sendable {
    /// Where people come from to the server: the certificate's files, one that it makes itself, or nothing on loopback.
    public enum Transport: Hashable, Sendable {
        /// TLS with a certificate that the server makes itself and keeps in the state directory.
        case selfMade
        /// TLS with PEM files: the certificate with its chain, and its key.
        case files(certificate: String, key: String)
        /// Plain HTTP. Only on loopback.
        case plain
    }

    public var listen = ListenAddress(host: nil, port: 9090)
    public var transport = Transport.selfMade
    /// Where the database and the own certificate are.
    public var stateDirectory: String
    /// Serves the page from this directory, not from the program; for those who work on it.
    public var webRoot: String?
    /// The service of PAM by which people log in.
    public var pamService = "roost"
    public var roles = RoleRules()
    /// Origins by which people reach the server, where a proxy stands in front of it.
    public var origins: Set<String> = []
    /// A session that is not used for so long ends, in seconds.
    public var idle: TimeInterval = 3600
    /// How long the audit trail stays, in seconds.
    public var auditKeeping: TimeInterval = 365 * 86_400
    /// How long it is kept what machines and hosts have used, in seconds; 0 keeps nothing but the last hour, in memory.
    public var historyKeeping: TimeInterval = 30 * 86_400
    /// Whether programs on this computer read `/metrics` without a token.
    public var metricsAreOpenNearby = false
    /// How many connections may be open at once.
    public var connections = 4096
    /// How many of them from one address.
    public var connectionsPerAddress = 512

    /// The hosts that are shown; none means those of the hosts file, else this computer.
    public var hosts: [String] = []

    public init(stateDirectory: String) { self.stateDirectory = stateDirectory }

    var isSecure: Bool { transport != .plain }

    var sessions: Sessions.Limits {
        var limits = Sessions.Limits()
        limits.idle = idle
        return limits
    }

    var originCheck: OriginCheck {
        OriginCheck(isSecure: isSecure, origins: origins, isLocal: transport == .plain)
    }
}
