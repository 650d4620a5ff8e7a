extension Host {
    /// Builds an image on this computer and adds it to the host's images.
    /// - Parameters:
    ///   - name: of the image; nil takes the release's.
    ///   - pool: nil means the pool of the images, which is made where it is missing.
    public func buildImage(
        _ recipe: ImageRecipe, name: String? = nil, pool: String? = nil
    ) -> Operation<ImageArrival> {
        let name = name ?? recipe.release.name
        return Operation("build \(name)", host: self.name) { report in
            try ImageName.check(name)
            return try await ImageBuilder(recipe: recipe).build(report) { file in
                let record = ImageRecord(
                    name: name, origin: .built, source: recipe.mirror ?? recipe.release.name, os: recipe.release.os,
                    architecture: "x86_64", user: recipe.release.user)
                let importing = self.importImage(file: file, name: name, record: record, pool: pool)
                async let arrival = importing.value
                for await progress in importing.updates { report(progress) }
                return try await arrival
            }
        }
    }
}
