import Libvirt

extension Volume {
    /// Of its file or device, in bytes.
    func length(for task: String) async throws(Failure) -> UInt64 {
        let handle = handle
        return try await doing(task) { () throws(LibvirtError) in try await handle.physicalInfo().allocation }
    }

    /// A part of its content: less than was asked for where it ends before.
    /// - Parameter length: in bytes, held in memory.
    func bytes(_ length: UInt64, from offset: UInt64, for task: String) async throws(Failure) -> [UInt8] {
        let handle = handle
        return try await doing(task) { () throws(LibvirtError) in
            let stream = try await handle.openDownload(offset: offset, length: length)
            var bytes: [UInt8] = []
            while case .data(let piece) = try await stream.receive() { bytes += piece }
            try await stream.finish()
            return bytes
        }
    }

    /// Writes a few bytes at its beginning.
    func write(_ bytes: [UInt8], for task: String) async throws(Failure) {
        let handle = handle
        try await doing(task) { () throws(LibvirtError) in
            let stream = try await handle.openUpload()
            try await stream.send(bytes)
            try await stream.finish()
        }
    }
}
