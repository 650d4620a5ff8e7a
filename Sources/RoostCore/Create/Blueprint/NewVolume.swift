/// A disk image that has to be made before the machine that uses it.
public struct NewVolume: Hashable, Sendable {
    public enum Location: Hashable, Sendable {
        case pool(String)
        /// A directory of the host that no pool stands for.
        case directory(String)
    }

    public struct Backing: Hashable, Sendable {
        public var path: String
        public var format: String
    }

    public var location: Location
    public var name: String
    /// Where it will be; nil in a pool whose volumes have no path.
    public var path: String?
    /// In bytes.
    public var capacity: UInt64
    /// libvirt's word: qcow2, raw, …
    public var format: String
    /// Whether it takes its space only as it is written.
    public var isSparse: Bool
    /// The image that it starts from.
    public var backing: Backing?
    /// The image whose content it gets; nil for an empty one.
    public var copy: ImageCopy?
    /// Whether it is the seed of a first boot, which is filled when it is made.
    public var isSeed = false
    /// The disk's name in the machine, such as `vda`.
    public var target: String
}
