extension Host {
    /// How to fetch an image that this host lacks and the catalogue has.
    /// - Parameters:
    ///   - text: as a person names an image.
    ///   - architecture: nil means the host's own.
    /// - Returns: nil for one that is there, that the catalogue does not have, or that is not named by its name alone.
    public func missingImage(_ text: String, architecture: String? = nil) async throws(Failure) -> ImagePull? {
        let reference = try ImageReference(parsing: text)
        guard case .image(let name, version: nil) = reference else { return nil }
        do throws(Failure) {
            _ = try await image(reference)
            return nil
        } catch {
            guard error.kind == .notFound else { throw error }
        }
        guard let entry = try ImageCatalogue.standard().entries.first(where: { $0.name == name }) else { return nil }
        let own = if let architecture { architecture } else { try await self.architecture() }
        return try ImagePull(entry, architecture: own)
    }
}
