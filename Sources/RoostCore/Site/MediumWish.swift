/// What is to become of a drive's medium, which is named as it was typed: a path of the host, or `POOL/VOLUME`.
public enum MediumWish: Hashable, Sendable {
    /// Into an empty drive.
    case insert(TypedOption)
    /// In the place of what may be in it.
    case change(TypedOption)
    case eject
}
