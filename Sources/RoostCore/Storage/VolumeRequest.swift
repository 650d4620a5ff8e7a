/// An empty volume to be made.
public struct VolumeRequest: Hashable, Sendable {
    public enum Format: String, Hashable, Sendable, CaseIterable {
        case qcow2, raw
    }

    public enum Preallocation: String, Hashable, Sendable, CaseIterable {
        /// The tables of a qcow2 image, which makes first writes faster.
        case metadata
        /// All the room, so that the host cannot run out of it later.
        case full
    }

    public var name: String
    /// In bytes; nil takes the size of the image that it stands on.
    public var size: UInt64?
    public var format: Format
    public var backing: VolumeAddress?
    public var preallocation: Preallocation?

    public init(
        name: String, size: UInt64?, format: Format = .qcow2, backing: VolumeAddress? = nil,
        preallocation: Preallocation? = nil
    ) {
        self.name = name
        self.size = size
        self.format = format
        self.backing = backing
        self.preallocation = preallocation
    }

    /// - Throws: ``Failure`` of kind usage for choices that exclude each other.
    func check() throws(Failure) {
        try StorageName.check(name, kind: "volume", reserved: PartialName.overhead)
        func fail(_ why: String, _ remedy: String) -> Failure {
            Failure(.usage, "Cannot create the volume \(name)", why: why, remedy: remedy)
        }
        if format == .raw, backing != nil { throw fail("a raw volume cannot stand on another", "Use --format qcow2.") }
        if format == .raw, preallocation == .metadata {
            throw fail("a raw volume has no tables", "Use --prealloc full, or --format qcow2.")
        }
        if backing != nil, preallocation != nil {
            throw fail("what stands on another volume cannot be allocated in advance", "Leave --prealloc out.")
        }
        if size == nil, backing == nil { throw fail("it has no size", "Say --size 20G, for example.") }
    }
}
