public import RoostCore

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// A server that somebody has logged in to.
public struct ServerEntry: Hashable, Sendable {
    public var address: ServerURL
    public var user: String
    /// What it may do: viewer, operator or administrator.
    public var role: String
    public var expires: Date
    /// What the server calls the token, to take it back.
    public var tokenID: String
    public var token: Secret
    public var trust: ServerTrust
}
