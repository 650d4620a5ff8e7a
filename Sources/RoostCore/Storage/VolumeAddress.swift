/// How a person names a volume: `POOL/NAME`, the path on the host, or a bare name in the pool that an option names.
public struct VolumeAddress: Hashable, Sendable {
    public enum Form: Hashable, Sendable {
        case path(String)
        case name(String, pool: String)
    }

    public let form: Form

    /// The pool that a bare name means.
    public static let defaultPool = "default"

    /// - Parameter pool: from `--pool`; nil means the pool `default`.
    /// - Throws: ``Failure`` of kind usage.
    public init(_ text: String, pool: String? = nil) throws(Failure) {
        guard !text.hasPrefix("/") else {
            try StorageName.checkPath(text, what: "the path of a volume")
            form = .path(StoragePath.tidy(text))
            return
        }
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        if parts.count == 2 {
            guard pool == nil || pool == parts[0] else {
                throw Failure(.usage, "'\(text)' and --pool name two pools", remedy: "Give one of them.")
            }
            try StorageName.check(parts[0], kind: "pool")
            try StorageName.check(parts[1], kind: "volume")
            form = .name(parts[1], pool: parts[0])
        } else {
            try StorageName.check(text, kind: "volume")
            form = .name(text, pool: pool ?? Self.defaultPool)
        }
    }

    /// A volume by the names of its pool and its own, whatever characters they have.
    /// - Throws: ``Failure`` of kind usage.
    public init(pool: String, name: String) throws(Failure) {
        try StorageName.check(pool, kind: "pool")
        try StorageName.check(name, kind: "volume")
        form = .name(name, pool: pool)
    }

    /// What a new volume of a pool names: a bare name means that same pool.
    /// - Throws: ``Failure`` of kind usage.
    public init(_ text: String, beside pool: String) throws(Failure) {
        try self.init(text, pool: text.contains("/") ? nil : pool)
    }
}

extension VolumeAddress: CustomStringConvertible {
    public var description: String {
        switch form {
        case .path(let path): path
        case .name(let name, let pool): "\(pool)/\(name)"
        }
    }
}
