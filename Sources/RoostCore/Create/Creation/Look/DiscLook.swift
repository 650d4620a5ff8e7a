import Libvirt

/// Looks at what is to be read as a CD or DVD.
struct DiscLook: Sendable {
    let host: Host

    /// What is wrong with it as a disc; nil when nothing is, or when it cannot be read from here.
    func problem(_ path: String, length: UInt64?) async -> String? {
        if host.uri.isLocal, let head = try? LocalFiles.head(path, count: DiscImage.wanted) {
            return DiscImage.problem(head.bytes, length: head.length)
        }
        let sink = HeadSink()
        guard let volume = try? await host.connection.storageVolume(path: path),
            (try? await volume.download(into: sink, length: UInt64(DiscImage.wanted), sparse: false)) != nil
        else { return nil }
        return DiscImage.problem(sink.bytes, length: length ?? UInt64(sink.bytes.count))
    }
}
