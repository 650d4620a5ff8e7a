/// The image that a machine's disk was made from, and how.
public struct CopiedImage: Hashable, Sendable, Codable {
    public enum Way: String, Hashable, Sendable, Codable {
        /// The disk holds what differs from the image, which must stay.
        case overlay
        /// A copy that shares its blocks with the image until one of them is written.
        case reflink
        case full
    }

    /// As people call it.
    public var name: String
    public var way: Way
}
