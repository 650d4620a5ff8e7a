/// How the disks of a clone are made.
public enum CloneCopy: String, CaseIterable, Hashable, Sendable, Codable {
    /// An overlay of a template; else a copy that shares its blocks where the host can, else a full one.
    case auto
    /// A copy that shares its blocks with the source until one of them is written.
    case reflink
    /// A file that holds only what differs from the source, which becomes a template.
    case overlay
    /// An own copy of every byte.
    case full
}
