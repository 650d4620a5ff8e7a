internal import CLibvirt

/// A download in windows, each a stream of its own, so that what waits in libvirt's client has a bound.
///
/// The next window is asked for when half of one has arrived. So the host always has something to send, and a small
/// volume costs one stream.
struct DownloadWindows: Sendable {
    /// Bytes of one window.
    static let size: UInt64 = 8 << 20

    let volume: StorageVolume
    let offset: UInt64
    /// The most to read; nil means up to the end.
    let length: UInt64?
    let sparse: Bool

    /// A part of the content that was asked for.
    private struct Window {
        let stream: DataStream
        let start: UInt64
        let length: UInt64

        var end: UInt64 { start + length }
    }

    /// Reads everything on the calling thread.
    func receive(
        into sink: inout some ByteSink, _ cancellation: TransferThread.Cancellation,
        _ progress: DataStream.ProgressHandler?
    ) throws -> TransferProgress {
        var done = TransferProgress()
        var window = try open(at: 0)
        while let current = window {
            var next: Window?
            do {
                try current.stream.receiveNow(into: &sink, &done, cancellation) { done in
                    if next == nil, UInt64(done.position) >= current.start + current.length / 2 {
                        next = try open(at: current.end)
                    }
                    progress?(done)
                }
            } catch {
                try? next?.stream.abortNow()
                throw error
            }
            // Less than was asked for: the volume ends here.
            if UInt64(done.position) < current.end {
                try next?.stream.abortNow()
                next = nil
            }
            window = next
        }
        try sink.finish()
        return done
    }

    private func open(at start: UInt64) throws(LibvirtError) -> Window? {
        let size = min(Self.size, (length ?? .max) - start)
        let (place, beyondEverything) = offset.addingReportingOverflow(start)
        guard size > 0, !beyondEverything else { return nil }
        let flags = sparse ? VIR_STORAGE_VOL_DOWNLOAD_SPARSE_STREAM.rawValue : 0
        let volume = volume.handle
        let stream = try DataStream.make(on: self.volume.connection)
        try stream.attach { unsafe virStorageVolDownload(volume.pointer, $0, place, size, flags) }
        return Window(stream: stream, start: start, length: size)
    }
}
