extension Fleet {
    /// The images that the texts mean, each `NAME`, `NAME@VERSION`, `POOL/VOLUME` or a path, or one of these with a host in
    /// front: `HOST/NAME`, `HOST/POOL/VOLUME`, `HOST//PATH`. Without a host it must be on one of the chosen hosts only.
    /// - Parameter pool: of bare names; nil means the pool of the images.
    /// - Throws: ``Failure`` of kind usage for a text that names no image, or that of the only host.
    public func images(_ texts: [String], pool: String? = nil) async throws(Failure) -> FleetSelection<HostImage> {
        try await located(texts, .image, kind: "image") { text throws(Failure) in
            try ImageReference(parsing: text)
        } find: { host, reference throws(Failure) in
            HostImage(host: host, image: try await host.image(reference, pool: pool))
        }
    }

    /// The one image that the text means.
    /// - Throws: ``Failure`` of kind notFound, or of kind usage when several hosts have it.
    public func image(_ text: String, pool: String? = nil) async throws(Failure) -> HostImage {
        try await images([text], pool: pool).complete()[0]
    }
}
