public import RoostCore
import Yams

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The file of the servers that somebody is logged in to. It holds their tokens: it is its owner's alone.
public struct ServerBook: Sendable {
    public let path: String
    private static let task = "Cannot read the servers that you are logged in to"

    public init(path: String) { self.path = path }

    /// `$XDG_CONFIG_HOME/roost/servers.yaml`, else `~/.config/roost/servers.yaml`.
    public static func standard(environment: (String) -> String?) -> ServerBook {
        ServerBook(path: SettingsPlace.path("servers.yaml", environment: environment))
    }

    /// The server of an address; nil for one that nobody has logged in to.
    /// - Throws: ``Failure``: of kind permission when others may read the file, of kind usage when it is wrong.
    public func entry(_ address: ServerURL) throws(Failure) -> ServerEntry? {
        try entries().first { $0.address == address }
    }

    /// All servers, by their addresses.
    public func entries() throws(Failure) -> [ServerEntry] {
        try read().servers.sorted { $0.key < $1.key }.map { address, record throws(Failure) in
            try record.entry(try ServerURL(address))
        }
    }

    /// Puts a server in.
    public func set(_ entry: ServerEntry) async throws(Failure) {
        try await change("Cannot note the login") { $0.servers[entry.address.description] = Record(entry) }
    }

    /// Takes one out.
    public func remove(_ address: ServerURL) async throws(Failure) {
        try await change("Cannot forget the login") { $0.servers[address.description] = nil }
    }

    private func read() throws(Failure) -> Content {
        guard let text = try SettingsPlace.secretText(of: path, task: Self.task), !text.isEmpty else {
            return Content(servers: [:])
        }
        do {
            return try YAMLDecoder().decode(Content.self, from: text)
        } catch {
            // What the decoder says may repeat what is in the file, a token for instance.
            throw Failure(
                .usage, Self.task, why: "\(path) is not what roost login writes",
                remedy: "Remove it, and log in again.")
        }
    }

    private func change(_ task: String, _ body: (inout Content) -> Void) async throws(Failure) {
        let store = SettingsStore(path: path, task: task, isSecret: true)
        try await store.locked { () throws(Failure) in
            var content = try read()
            body(&content)
            let text: String
            do {
                text = try YAMLEncoder().encode(content)
            } catch {
                throw Failure(.general, task, why: "\(error)")
            }
            try store.replace(with: "# Written by roost login. The tokens in it are secrets.\n\(text)")
        }
    }

    private struct Content: Codable {
        var servers: [String: Record]
    }

    private struct Record: Codable {
        var user: String
        var role: String
        var expires: String
        var id: String
        var token: String
        /// The server's own certificate, as PEM.
        var certificate: String?
        /// Of who has signed it, as PEM.
        var authority: String?

        init(_ entry: ServerEntry) {
            user = entry.user
            role = entry.role
            expires = entry.expires.formatted(.iso8601)
            id = entry.tokenID
            token = entry.token.revealed
            switch entry.trust {
            case .system: break
            case .pinned(let text): certificate = text
            case .authority(let text): authority = text
            }
        }

        func entry(_ address: ServerURL) throws(Failure) -> ServerEntry {
            guard let end = try? Date(expires, strategy: .iso8601) else {
                throw Failure(.usage, ServerBook.task, why: "'\(expires)' is no time")
            }
            return ServerEntry(
                address: address, user: user, role: role, expires: end, tokenID: id, token: Secret(token),
                trust: certificate.map { .pinned($0) } ?? authority.map { .authority($0) } ?? .system)
        }
    }
}
