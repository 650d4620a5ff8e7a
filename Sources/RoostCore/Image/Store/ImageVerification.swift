/// What a look at all of an image has shown.
public struct ImageVerification: Hashable, Sendable, Codable {
    public var image: StoredImage
    /// SHA-256 of its bytes.
    public var digest: ImageChecksum
    /// What the check of a qcow2 image's tables has said; nil where there was none.
    public var structure: String?
}
