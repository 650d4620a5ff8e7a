internal import CLibvirt
import Synchronization

/// A stream of bytes to or from a host, such as the content of a volume.
///
/// What uses the stream, an upload or a screenshot, gives it its meaning and direction. The calls on one
/// stream run one after the other. A stream that is dropped before its end is aborted.
public final class DataStream: LibvirtObject {
    /// The most that one call sends, in bytes. Measured on a local socket: libvirt's own tools send 262,120 bytes at a time,
    /// 1 MiB takes two thirds of the time, and 4 MiB takes longer than either.
    public static let sendSize = 1 << 20

    /// The most that one call need ask for, in bytes: what libvirt's daemon puts into one message.
    public static let receiveSize = 262_120

    /// The connection that the stream runs over.
    public let connection: Connection

    let handle: Handle
    private let life: Life

    /// Whether the stream has been finished or aborted; every call that touches it holds the lock, because libvirt frees
    /// what a call on another thread still uses when a stream is ended under it.
    private final class Life: Sendable {
        let ended = Mutex(false)
    }

    /// Takes over one reference. To be called on a blocking thread.
    init(adopting pointer: OpaquePointer, connection: Connection, calls: CallThreads) {
        self.connection = connection
        let life = Life()
        self.life = life
        handle = unsafe Handle(adopting: pointer, calls: calls) { pointer in
            let open = life.ended.withLock { !$0 }
            if open, unsafe virStreamAbort(pointer) < 0 { virResetLastError() }
            unsafe _ = virStreamFree(pointer)
        }
    }

    /// Makes a stream. To be called on a blocking thread.
    static func make(on connection: Connection) throws(LibvirtError) -> DataStream {
        let handle = try connection.openHandle()
        let pointer = unsafe try check(virStreamNew(handle.pointer, 0))
        return unsafe DataStream(adopting: pointer, connection: connection, calls: handle.calls)
    }
}

// What blocks the calling thread.
extension DataStream {
    /// Has libvirt attach the stream to something, such as an upload.
    @safe func attach(_ body: (OpaquePointer) -> Int32) throws(LibvirtError) {
        let pointer = unsafe handle.pointer
        try open { () throws(LibvirtError) in _ = try check(unsafe body(pointer)) }
    }

    func sendNow(_ bytes: Span<UInt8>) throws(LibvirtError) {
        let pointer = unsafe handle.pointer
        var done = 0
        while done < bytes.count {
            let part = bytes.extracting(droppingFirst: done).extracting(first: Self.sendSize)
            let sent = try unsafe part.withUnsafeBytes { part throws(LibvirtError) in
                try open { () throws(LibvirtError) in
                    try check(unsafe virStreamSend(pointer, part.bindMemory(to: CChar.self).baseAddress, part.count))
                }
            }
            done += Int(sent)
        }
    }

    func sendHoleNow(_ length: Int64) throws(LibvirtError) {
        let pointer = unsafe handle.pointer
        try open { () throws(LibvirtError) in _ = try check(unsafe virStreamSendHole(pointer, length, 0)) }
    }

    func receiveNow(into buffer: inout MutableSpan<UInt8>) throws(LibvirtError) -> ByteRun {
        let pointer = unsafe handle.pointer
        return try unsafe buffer.withUnsafeMutableBytes { buffer throws(LibvirtError) in
            try open { () throws(LibvirtError) in
                while true {
                    let count = unsafe virStreamRecvFlags(
                        pointer, buffer.bindMemory(to: CChar.self).baseAddress, buffer.count,
                        VIR_STREAM_RECV_STOP_AT_HOLE.rawValue)
                    if count != Self.atHole { return try check(count) > 0 ? .data(Int(count)) : .end }
                    var length: Int64 = 0
                    try check(unsafe virStreamRecvHole(pointer, &length, 0))
                    if length > 0 { return .hole(length) }
                }
            }
        }
    }

    /// What `virStreamRecvFlags` answers before a hole.
    private static let atHole: Int32 = -3

    func finishNow() throws(LibvirtError) {
        let pointer = unsafe handle.pointer
        try life.ended.withLock { ended throws(LibvirtError) in
            guard !ended else { throw .streamEnded }
            try check(unsafe virStreamFinish(pointer))
            ended = true
        }
    }

    func abortNow() throws(LibvirtError) {
        let pointer = unsafe handle.pointer
        try life.ended.withLock { ended throws(LibvirtError) in
            guard !ended else { return }
            ended = true
            try check(unsafe virStreamAbort(pointer))
        }
    }

    private func open<Value: Sendable>(_ body: () throws(LibvirtError) -> Value) throws(LibvirtError) -> Value {
        try life.ended.withLock { ended throws(LibvirtError) in
            guard !ended else { throw .streamEnded }
            return try body()
        }
    }
}

extension LibvirtError {
    static let streamEnded = LibvirtError(
        code: .invalidStream, domain: .streams, message: "the stream was finished or aborted before")
}
