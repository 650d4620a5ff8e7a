/// What becomes of a disk that nobody else is known to need.
enum DiskRemoval: Sendable {
    case goes(DeletableVolume)
    case gone
    /// With the reason.
    case stays(String)
}
