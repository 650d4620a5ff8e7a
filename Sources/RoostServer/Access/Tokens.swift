import Foundation
import RoostCore
import Synchronization

/// The API tokens. In memory for the requests, in the database for good; of the secret only its hash is known.
final class Tokens: Sendable {
    /// What every token begins with, so that a leaked one is recognised by those who search for leaks.
    static let prefix = "roost_"
    static let longestLife: TimeInterval = 365 * 86_400
    private static let most = 100

    private let store: Store
    private let now: @Sendable () -> Date
    private let known: Mutex<[SecretHash: Token]>

    /// - Throws: ``Failure`` when the database cannot be read.
    init(store: Store, now: @escaping @Sendable () -> Date = Date.init) async throws(Failure) {
        self.store = store
        self.now = now
        known = Mutex(try await store.doing("Cannot read the API tokens") { try await store.tokens() })
    }

    /// - Parameter life: in seconds, more than 0 and at most ``longestLife``.
    /// - Returns: the token, and the secret that is shown this once.
    func make(
        user: String, name: String, role: Role, host: String?, life: TimeInterval
    ) async throws(Failure) -> (token: Token, secret: String) {
        guard life > 0, life <= Self.longestLife else {
            throw Failure(.usage, "A token lives for 1 to 365 days")
        }
        guard Self.isFit(name, longest: 100), host.map({ Self.isFit($0, longest: 255) }) ?? true else {
            throw Failure(.usage, "A token's name is 1 to 100 characters of text")
        }
        let time = now()
        let token = Token(
            id: .make(), user: user, name: name, role: role, host: host, created: time, expires: time + life, used: nil)
        let secret = Self.prefix + RandomText.make(bytes: 32)
        let hash = SecretHash(of: secret)
        let hasRoom = known.withLock { known in
            guard known.values.count(where: { $0.user == user && $0.expires > time }) < Self.most else { return false }
            known[hash] = token
            return true
        }
        guard hasRoom else {
            throw Failure(.resources, "There are \(Self.most) tokens already", remedy: "Remove one that is not needed.")
        }
        do {
            try await store.doing("Cannot make the token") { try await store.insert(token, hash: hash) }
        } catch {
            known.withLock { $0[hash] = nil }
            throw error
        }
        return (token, secret)
    }

    /// The token of a secret, which counts as used now; nil for one that is unknown or over.
    func find(_ secret: String) -> Token? {
        guard secret.hasPrefix(Self.prefix) else { return nil }
        let time = now()
        return known.withLock { known in
            let hash = SecretHash(of: secret)
            guard let token = known[hash], time < token.expires else { return nil }
            known[hash]?.used = time
            return token
        }
    }

    /// Those that are not over, the newest first.
    func all(of user: String? = nil) -> [Token] {
        let time = now()
        return known.withLock { Array($0.values) }
            .filter { time < $0.expires && (user == nil || $0.user == user) }
            .sorted { $0.created > $1.created }
    }

    func token(_ id: TokenID) -> Token? { known.withLock { known in known.values.first { $0.id == id } } }

    func remove(_ id: TokenID) async throws(Failure) {
        known.withLock { known in known = known.filter { $0.value.id != id } }
        try await store.doing("Cannot remove the token for good") { try await store.removeTokens([id]) }
    }

    /// Forgets the expired, and writes down when the others were used last. To be called every minute.
    func tidy() async throws(Failure) {
        let time = now()
        let (alive, over) = known.withLock { known in
            let over = known.filter { $0.value.expires <= time }
            for hash in over.keys { known[hash] = nil }
            return (Array(known.values), over.values.map(\.id))
        }
        try await store.doing("Cannot write the API tokens down") {
            try await store.removeTokens(over)
            try await store.noteUse(of: alive)
        }
    }

    private static func isFit(_ text: String, longest: Int) -> Bool {
        !text.isEmpty && text.count <= longest && text.utf8.count <= longest * 4
            && !text.unicodeScalars.contains { $0.properties.generalCategory == .control }
    }
}
