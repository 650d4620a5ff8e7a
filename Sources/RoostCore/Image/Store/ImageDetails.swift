/// Everything that is worth knowing of one image.
public struct ImageDetails: Hashable, Sendable, Codable {
    public var image: StoredImage
    /// Machines and volumes that stand on it.
    public var users: [StorageUse]
}

extension Host {
    /// - Throws: ``Failure``, as of ``storageUsers(volumes:)``.
    public func details(of image: StoredImage) async throws(Failure) -> ImageDetails {
        ImageDetails(image: image, users: try await storageUsers().uses(of: image.path))
    }
}
