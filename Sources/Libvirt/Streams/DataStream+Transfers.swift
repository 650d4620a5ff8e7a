// The two loops that move data, each on a thread of its own.

extension DataStream {
    /// Called on the transfer's thread after each chunk and each hole; must not block.
    public typealias ProgressHandler = @Sendable (TransferProgress) -> Void

    /// Sends everything that `source` has and finishes the stream; aborts it when anything fails or the task is cancelled.
    ///
    /// - Parameter sparse: send holes as holes, for which the stream must have been opened as sparse; otherwise as zeroes.
    /// - Throws: `LibvirtError`, or what `source` throws.
    @discardableResult
    public func send(
        from source: sending some ByteSource, sparse: Bool, progress: ProgressHandler? = nil
    ) async throws -> TransferProgress {
        let source = TransferThread.Box(source)
        return try await TransferThread.run("virStreamSend", of: handle) { cancellation in
            try source.use { source in
                try self.sendNow(from: &source, sparse: sparse, cancellation, progress)
            }
        }
    }

    /// Passes everything that comes in to `sink` and finishes the stream; aborts it when anything fails or the task is
    /// cancelled.
    ///
    /// libvirt's client keeps what `sink` is too slow for in memory, without a bound; `StorageVolume.download` has one.
    ///
    /// - Throws: `LibvirtError`, or what `sink` throws.
    @discardableResult
    public func receive(
        into sink: sending some ByteSink, progress: ProgressHandler? = nil
    ) async throws -> TransferProgress {
        let sink = TransferThread.Box(sink)
        return try await TransferThread.run("virStreamRecvFlags", of: handle) { cancellation in
            try sink.use { sink in
                var done = TransferProgress()
                try self.receiveNow(into: &sink, &done, cancellation, progress)
                try sink.finish()
                return done
            }
        }
    }

    /// Sends all of `source` on the calling thread.
    func sendNow(
        from source: inout some ByteSource, sparse: Bool, _ cancellation: TransferThread.Cancellation,
        _ progress: ProgressHandler?
    ) throws -> TransferProgress {
        try abortingOnFailure {
            var done = TransferProgress()
            var buffer = [UInt8](repeating: 0, count: Self.sendSize)
            var zeroes: [UInt8] = []
            while true {
                try cancellation.check()
                var bytes = buffer.mutableSpan
                switch try source.next(into: &bytes) {
                case .data(let count):
                    try sendNow(bytes.span.extracting(first: count))
                    done.addData(count)
                case .hole(let length) where sparse:
                    try sendHoleNow(length)
                    done.addHole(length)
                case .hole(let length):
                    if zeroes.isEmpty { zeroes = [UInt8](repeating: 0, count: Self.sendSize) }
                    var left = length
                    while left > 0 {
                        try cancellation.check()
                        let count = Int(min(left, Int64(zeroes.count)))
                        try sendNow(zeroes.span.extracting(first: count))
                        left -= Int64(count)
                        done.addData(count)
                        progress?(done)
                    }
                case .end:
                    try finishNow()
                    return done
                }
                progress?(done)
            }
        }
    }

    /// Passes what the stream has to `sink` on the calling thread, and leaves `sink` open.
    func receiveNow(
        into sink: inout some ByteSink, _ done: inout TransferProgress, _ cancellation: TransferThread.Cancellation,
        _ progress: ((TransferProgress) throws -> Void)?
    ) throws {
        try abortingOnFailure {
            var buffer = [UInt8](repeating: 0, count: Self.receiveSize)
            while true {
                try cancellation.check()
                var bytes = buffer.mutableSpan
                switch try receiveNow(into: &bytes) {
                case .data(let count):
                    try sink.write(bytes.span.extracting(first: count))
                    done.addData(count)
                case .hole(let length):
                    try sink.writeHole(length)
                    done.addHole(length)
                case .end:
                    return try finishNow()
                }
                try progress?(done)
            }
        }
    }

    private func abortingOnFailure<Value>(_ body: () throws -> Value) throws -> Value {
        do {
            return try body()
        } catch {
            // The first failure is the one to tell; a stream that failed on the host cannot always be aborted.
            try? abortNow()
            throw error
        }
    }
}
