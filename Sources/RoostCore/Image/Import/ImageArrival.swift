/// How the coming of an image ended.
public struct ImageArrival: Hashable, Sendable, Codable {
    public var image: StoredImage
    /// False where these very bytes were there before.
    public var isNew: Bool
    /// The version that was the newest before.
    public var previous: String?
    /// What the person should know, a sentence each.
    public var notices: [String]
}
