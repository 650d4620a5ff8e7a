import Libvirt
import Synchronization

/// Keeps the beginning of a download.
final class HeadSink: ByteSink, Sendable {
    private let kept = Mutex<[UInt8]>([])

    var bytes: [UInt8] { kept.withLock { $0 } }

    func write(_ bytes: Span<UInt8>) {
        kept.withLock { kept in
            for index in bytes.indices { kept.append(bytes[index]) }
        }
    }

    func writeHole(_ length: Int64) {
        kept.withLock {
            $0.append(contentsOf: repeatElement(0, count: Int(clamping: min(length, Int64(DiscImage.wanted)))))
        }
    }

    func finish() {}
}
