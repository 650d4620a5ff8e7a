internal import CLibvirt

extension Connection {
    /// Makes a stream, to be given to what will use it.
    ///
    /// Maps to `virStreamNew`.
    public func stream() async throws(LibvirtError) -> DataStream {
        try await blocking("virStreamNew") { _ throws(LibvirtError) in try DataStream.make(on: self) }
    }
}

extension DataStream {
    /// What came in.
    public enum Received: Hashable, Sendable {
        /// Data, at least one byte.
        case data([UInt8])
        /// A run of zeroes of that many bytes. Only a stream that was opened as sparse has any.
        case hole(Int64)
        /// Nothing more will come. `finish()` tells whether all went well.
        case end
    }

    /// Sends bytes, and waits until the host can take them.
    ///
    /// Maps to `virStreamSend`.
    public func send(_ bytes: [UInt8]) async throws(LibvirtError) {
        try await blocking("virStreamSend") { _ throws(LibvirtError) in try self.sendNow(bytes.span) }
    }

    /// Sends a run of zeroes that takes no room.
    ///
    /// Maps to `virStreamSendHole`.
    ///
    /// - Parameter length: in bytes.
    /// - Throws: `.operationInvalid` when the stream was not opened as sparse.
    public func sendHole(_ length: Int64) async throws(LibvirtError) {
        try await blocking("virStreamSendHole") { _ throws(LibvirtError) in try self.sendHoleNow(length) }
    }

    /// Waits for something to come in.
    ///
    /// Maps to `virStreamRecvFlags` and `virStreamRecvHole`.
    ///
    /// - Parameter maximum: the most that it may be, in bytes; from 1 to 16 MiB.
    public func receive(maximum: Int = DataStream.receiveSize) async throws(LibvirtError) -> Received {
        try await blocking("virStreamRecvFlags") { _ throws(LibvirtError) in
            var buffer = [UInt8](repeating: 0, count: min(max(1, maximum), 16 << 20))
            var bytes = buffer.mutableSpan
            switch try self.receiveNow(into: &bytes) {
            case .data(let count):
                buffer.removeLast(buffer.count - count)
                return .data(buffer)
            case .hole(let length): return .hole(length)
            case .end: return .end
            }
        }
    }

    /// Ends the stream well: waits until the host has everything, or tells what went wrong there.
    ///
    /// Maps to `virStreamFinish`.
    public func finish() async throws(LibvirtError) {
        try await blocking("virStreamFinish") { _ throws(LibvirtError) in try self.finishNow() }
    }

    /// Gives the stream up. What was sent so far may or may not have arrived. Does nothing to a stream that has ended.
    ///
    /// Maps to `virStreamAbort`.
    public func abort() async throws(LibvirtError) {
        try await blocking("virStreamAbort") { _ throws(LibvirtError) in try self.abortNow() }
    }
}
