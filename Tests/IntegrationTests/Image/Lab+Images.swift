#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension Lab {
    /// A pool of the test's own and what is in its directory.
    struct ImagePool {
        let name: String
        /// Above the pool's, for other files.
        let directory: String

        var files: [String] {
            get throws { try FileManager.default.contentsOfDirectory(atPath: "\(directory)/pool").sorted() }
        }

        /// Names of the images.
        var images: [String] { get throws { try files.filter { $0.hasSuffix(".qcow2") || $0.hasSuffix(".raw") } } }
        /// What pulls that were cut off have left.
        var partials: [String] { get throws { try files.filter { $0.hasPrefix(".") } } }

        /// Bytes of the largest of those.
        var largestPartial: UInt64 {
            get throws {
                try partials.map { file in
                    let path = "\(directory)/pool/\(file)"
                    return try FileManager.default.attributesOfItem(atPath: path)[.size] as? UInt64 ?? 0
                }.max() ?? 0
            }
        }

        func bytes(_ file: String) throws -> [UInt8] {
            Array(try Data(contentsOf: URL(filePath: "\(directory)/pool/\(file)")))
        }

        func content(of file: String) throws -> [UInt8] {
            Array(try Data(contentsOf: URL(filePath: "\(directory)/\(file)")))
        }

        func write(_ bytes: [UInt8], to file: String) throws -> String {
            let path = "\(directory)/\(file)"
            try Data(bytes).write(to: URL(filePath: path))
            return path
        }
    }

    static func makeDirectory(_ path: String) throws {
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    }

    func imagePool() async throws -> ImagePool {
        let (name, directory) = try await pool()
        return ImagePool(name: name, directory: directory)
    }

    /// `image pull` into a pool of the test's own.
    func pull(_ address: String, into pool: ImagePool, _ more: String...) async throws -> RunResult {
        try await roost(["image", "pull", address, "--name", "disk", "--pool", pool.name] + more)
    }
}
