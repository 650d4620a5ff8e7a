/// The image that a new machine's first disk is made from, as far as a blueprint has to know it.
public struct ImageFacts: Hashable, Sendable {
    /// As people call it.
    public var name: String
    public var kind: StorageFacts.Kind
    /// Absolute; nil for something remote.
    public var path: String?
    /// Where libvirt finds it by pool and name, if it does.
    public var volume: VolumeName?
    /// libvirt's word.
    public var format: String
    /// The size that a guest sees, in bytes.
    public var capacity: UInt64
    /// libosinfo's short name of the system in it, where it is known.
    public var os: String?
    /// Whom to log in as, where the image says it.
    public var user: String?

    public struct VolumeName: Hashable, Sendable {
        public var pool: String
        public var name: String
    }

    public init(
        name: String, kind: StorageFacts.Kind, path: String?, volume: VolumeName? = nil, format: String,
        capacity: UInt64, os: String? = nil, user: String? = nil
    ) {
        self.name = name
        self.kind = kind
        self.path = path
        self.volume = volume
        self.format = format
        self.capacity = capacity
        self.os = os
        self.user = user
    }
}
