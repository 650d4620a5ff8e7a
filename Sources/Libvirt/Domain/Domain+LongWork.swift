extension Domain {
    /// The same domain on the connection for long work.
    func onLongWork() async throws(LibvirtError) -> Domain {
        let other = try await connection.longWork()
        return other === connection ? self : try await other.domain(uuid: uuid)
    }
}
