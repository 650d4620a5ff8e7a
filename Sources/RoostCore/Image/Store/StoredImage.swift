/// An image of a host, from which machines are made. It never changes: a newer one has another version and a volume of its
/// own.
public struct StoredImage: Hashable, Sendable, Codable {
    public var name: String
    /// The first 12 hexadecimal digits of the SHA-256 of its bytes; nil for a disk that is no image of this store.
    public var version: String?
    public var pool: String?
    public var volume: String?
    /// Of the file, on the host.
    public var path: String
    /// As it was stated when it came: "qcow2" or "raw". Never guessed from its content, for a disk of this store.
    public var format: String
    /// The size of the disk that a machine sees, in bytes.
    public var virtualSize: UInt64
    /// What it takes on the host, in bytes.
    public var allocation: UInt64
    /// nil where nothing is known of it.
    public var record: ImageRecord?

    public init(
        name: String, version: String? = nil, pool: String? = nil, volume: String? = nil, path: String, format: String,
        virtualSize: UInt64, allocation: UInt64, record: ImageRecord? = nil
    ) {
        self.name = name
        self.version = version
        self.pool = pool
        self.volume = volume
        self.path = path
        self.format = format
        self.virtualSize = virtualSize
        self.allocation = allocation
        self.record = record
    }

    /// What means exactly this one: `NAME@VERSION`, else `POOL/VOLUME`, else its path.
    public var reference: String {
        if let version { return "\(name)@\(version)" }
        if let pool, let volume { return "\(pool)/\(volume)" }
        return path
    }
}
