import Libvirt
import Synchronization

/// The image of a disc on the host, of which single files are read. It is a stranger's, so that is done in the sandbox.
struct InstallerDisc: Sendable {
    /// The largest file that is taken, in bytes: the initial RAM disks of installers have a fifth of it.
    private static let longest = 512 << 20

    let host: Host
    let path: String

    /// - Parameter file: as the osinfo database has it: without a slash in front.
    /// - Throws: ``Failure`` where the disc or the file cannot be read.
    func read(_ file: String) async throws(Failure) -> [UInt8] {
        let content = Mutex<[UInt8]>([])
        do {
            try await opened { look in
                try await look.read(["/\(file)"]) { bytes in
                    let count = content.withLock { content in
                        content += bytes
                        return content.count
                    }
                    guard count <= Self.longest else {
                        throw Failure(.usage, "Cannot read \(file) of \(path)", why: "it is larger than 512 MiB")
                    }
                }
            }
        } catch {
            throw error as? Failure ?? Failure(.general, "Cannot read \(file) of \(path)", why: "\(error)")
        }
        return content.withLock(\.self)
    }

    private func opened(_ body: @Sendable (LookInside) async throws -> Void) async throws {
        // An installer's medium is read by any number of machines.
        let options = LookOptions(whileRunning: true)
        if host.uri.isLocal, (try? LocalFiles.head(path, count: 1)) != nil {
            return try await body(try await LookInside.file(path, options))
        }
        let directory = DeletableVolume.split(path)?.directory ?? "/"
        try await DirectoryPool(connection: host.connection, path: directory).holding {
            try await body(try await LookInside.volume(try await host.volume(VolumeAddress(path)), options))
        }
    }
}
