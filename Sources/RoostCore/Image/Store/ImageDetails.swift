/// Everything that is worth knowing of one image.
public struct ImageDetails: Hashable, Sendable, Codable {
    public var image: StoredImage
    /// Machines and volumes that stand on it.
    public var users: [StorageUse]
}

extension Host {
    /// - Throws: ``Failure``, as of ``usersForDeletion()``.
    public func details(of image: StoredImage) async throws(Failure) -> ImageDetails {
        var seen: Set<StorageUse> = []
        // A running machine's chain is found twice: in its definition and in the images.
        let users = try await usersForDeletion().uses(of: image.path).filter { seen.insert($0).inserted }
        return ImageDetails(image: image, users: users)
    }
}
