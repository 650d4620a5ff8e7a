import Libvirt

/// Looks at what is to be read as a CD or DVD.
struct DiscLook: Sendable {
    let host: Host

    /// Its first bytes, and the length of all of it; nil when it cannot be read from here.
    /// - Parameter length: where it is known already.
    func head(_ path: String, length: UInt64? = nil) async -> (bytes: [UInt8], length: UInt64)? {
        if host.uri.isLocal, let head = try? LocalFiles.head(path, count: DiscImage.wanted) {
            return (head.bytes, head.length)
        }
        let sink = HeadSink()
        guard let volume = try? await host.connection.storageVolume(path: path),
            (try? await volume.download(into: sink, length: UInt64(DiscImage.wanted), sparse: false)) != nil
        else { return nil }
        return (sink.bytes, length ?? UInt64(sink.bytes.count))
    }
}
