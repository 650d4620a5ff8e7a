/// Where a disk's data is.
public enum DiskSource: Sendable, Equatable {
    /// A file or block device; made when it does not exist and a size is given.
    case path(String)
    /// A volume; made when it does not exist and a size is given.
    case volume(pool: String, name: String)
    /// A new volume with a generated name; without a pool, in the default one.
    case newVolume(pool: String?)
    /// A server that QEMU talks to itself.
    case network(NetworkDisk)
    /// A drive with nothing in it.
    case empty
}
