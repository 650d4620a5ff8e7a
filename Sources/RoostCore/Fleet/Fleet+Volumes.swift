extension Fleet {
    /// The volumes at the addresses, each `POOL/NAME`, a path or a bare name, or one of these with a host in front:
    /// `HOST/POOL/NAME`, `HOST//PATH`. Without a host it must be on one of the chosen hosts only.
    /// - Parameter pool: of bare names; nil means the pool `default`.
    /// - Throws: ``Failure`` of kind usage for a text that cannot be an address, or that of the only host.
    public func volumes(_ texts: [String], pool: String?) async throws(Failure) -> FleetSelection<Volume> {
        try await located(texts, .volume, kind: "volume") { text throws(Failure) in
            try VolumeAddress(text, pool: pool)
        } find: { host, address throws(Failure) in
            try await host.volume(address)
        }
    }

    /// The one volume at an address.
    /// - Throws: ``Failure`` of kind notFound, or of kind usage when several hosts have it.
    public func volume(_ text: String, pool: String?) async throws(Failure) -> Volume {
        try await volumes([text], pool: pool).complete()[0]
    }
}

extension Volume {
    /// The address of another volume on the same host: a bare name is one of the same pool.
    /// - Throws: ``Failure`` of kind usage when the text names another host.
    public func sibling(_ text: String) throws(Failure) -> VolumeAddress {
        let hosted = HostedName(text, .volume, chosen: [host.name])
        guard hosted.host == nil || hosted.host == host.name else {
            throw Failure(
                .usage, "'\(text)' is on another host than \(address)", why: "a copy is made on the same host",
                remedy: "To bring it there: roost volume download, then roost volume upload.")
        }
        return try VolumeAddress(hosted.name, beside: pool.name)
    }
}
