/// What a new machine boots first.
public enum InstallSource: Sendable, Equatable {
    /// An ISO image of the host, taken out after the installation.
    case cdrom(path: String)
    /// The first disk, which already holds a system.
    case importDisk
    /// The first disk, which is made from an image: a name, `POOL/VOLUME` or a path of the host.
    case image(String)
    /// The kernel given by `--boot kernel=`.
    case kernel
    /// Whatever the boot order says, such as the network.
    case bootOrder
    /// The request does not say. Refused when the host has been looked at, so that this hides no mistake in another option.
    case nothing
}
