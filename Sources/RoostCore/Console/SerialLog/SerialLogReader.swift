import Libvirt

/// Reads a serial log piece by piece, and goes on in the new file when libvirt's log daemon begins one.
struct SerialLogReader {
    let log: SerialLog
    /// How much of the present file has been read, in bytes.
    private var position: UInt64 = 0

    init(log: SerialLog) { self.log = log }

    /// The files that were full, the oldest first.
    func readOlder(_ take: ([UInt8]) async throws -> Void) async throws {
        let name = try log.place.name
        let numbers = try await names().compactMap { found -> Int? in
            guard found.hasPrefix("\(name).") else { return nil }
            return Int(found.dropFirst(name.utf8.count + 1))
        }
        for number in numbers.sorted(by: >) { _ = try await read("\(name).\(number)", from: 0, take) }
    }

    /// What has come since the last time.
    /// - Returns: whether the file is there.
    mutating func readNew(_ take: ([UInt8]) async throws -> Void) async throws -> Bool {
        let name = try log.place.name
        guard let size = try await size(of: name) else { return false }
        if size < position {
            // The file of before has another name now, and an end that was not read.
            _ = try await read("\(name).0", from: position, take)
            position = 0
        }
        position = try await read(name, from: position, take) ?? position
        return true
    }

    /// The end of the present file.
    /// - Parameter count: at most so many bytes, held in memory.
    /// - Returns: nil where there is no file.
    func readEnd(_ count: Int) async throws -> [UInt8]? {
        let name = try log.place.name
        guard let size = try await size(of: name) else { return nil }
        var bytes: [UInt8] = []
        _ = try await read(name, from: size - min(size, UInt64(max(0, count)))) { bytes += $0 }
        return bytes.suffix(count)
    }

    /// - Returns: how far it was read; nil for a file that is not there.
    private func read(_ name: String, from start: UInt64, _ take: ([UInt8]) async throws -> Void) async throws
        -> UInt64?
    {
        guard let size = try await size(of: name) else { return nil }
        var position = start
        while position < size {
            let bytes = try await part(of: name, from: position, length: min(SerialLog.window, size - position))
            guard !bytes.isEmpty else { break }
            position += UInt64(bytes.count)
            try await take(bytes)
        }
        return position
    }

    private func names() async throws(Failure) -> [String] {
        try await inPool { (pool) throws(LibvirtError) in
            try await pool.refreshIfIdle()
            return try await pool.volumes().map(\.name)
        }
    }

    private func size(of name: String) async throws(Failure) -> UInt64? {
        try await inPool { (pool) throws(LibvirtError) -> UInt64? in
            do throws(LibvirtError) {
                return try await Self.volume(name, in: pool).physicalInfo().allocation
            } catch {
                guard error.code == .noStorageVolume else { throw error }
                return nil
            }
        }
    }

    private func part(of name: String, from start: UInt64, length: UInt64) async throws(Failure) -> [UInt8] {
        try await inPool { (pool) throws(LibvirtError) in
            let sink = HeadSink()
            do {
                try await Self.volume(name, in: pool).download(into: sink, offset: start, length: length, sparse: false)
            } catch {
                throw error as? LibvirtError ?? LibvirtError(code: .operationFailed, message: "\(error)")
            }
            return sink.bytes
        }
    }

    /// The pool may be older than the file.
    private static func volume(
        _ name: String, in pool: Libvirt.StoragePool
    ) async throws(LibvirtError) -> StorageVolume {
        do throws(LibvirtError) {
            return try await pool.volume(named: name)
        } catch {
            guard error.code == .noStorageVolume else { throw error }
            try await pool.refreshIfIdle()
            return try await pool.volume(named: name)
        }
    }

    private func inPool<Value>(
        _ body: (Libvirt.StoragePool) async throws(LibvirtError) -> Value
    ) async throws(Failure) -> Value {
        let directory = try log.place.directory
        do throws(LibvirtError) {
            return try await DirectoryPool(connection: log.connection, path: directory).with(body)
        } catch {
            if SerialLog.isWithoutDirectory(error) { throw log.missing }
            throw Failure("Cannot read the serial log of \(log.label)", error)
        }
    }
}
