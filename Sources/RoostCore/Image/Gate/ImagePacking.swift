/// How a file is compressed, and the standard program that unpacks it.
enum ImagePacking: String, Hashable, Sendable, CaseIterable {
    case gzip, xz, zstd, bzip2, zip

    /// nil for what is not compressed.
    /// - Parameter head: the first bytes of the file; six are enough.
    init?(of head: some Collection<UInt8>) {
        guard let found = Self.allCases.first(where: { head.starts(with: $0.magic) }) else { return nil }
        self = found
    }

    var name: String { rawValue }

    private var magic: [UInt8] {
        switch self {
        case .gzip: [0x1F, 0x8B]
        case .xz: [0xFD, 0x37, 0x7A, 0x58, 0x5A]
        case .zstd: [0x28, 0xB5, 0x2F, 0xFD]
        case .bzip2: [0x42, 0x5A, 0x68]
        case .zip: [0x50, 0x4B, 0x03, 0x04]
        }
    }

    /// What a person types to unpack a file.
    var command: String {
        switch self {
        case .gzip: "gunzip"
        case .xz: "unxz"
        case .zstd: "unzstd"
        case .bzip2: "bunzip2"
        case .zip: "unzip"
        }
    }

    /// Reads a compressed stream on its standard input and writes what was in it to its standard output.
    struct Program: Hashable, Sendable {
        let name: String
        let arguments: [String]
        /// Debian's package with it.
        let package: String
    }

    /// nil where an image cannot be unpacked as it comes: a zip archive holds several files.
    var program: Program? {
        switch self {
        case .gzip: Program(name: "gzip", arguments: ["-dc"], package: "gzip")
        // A stranger's file says how much memory it wants: it does not get more than that.
        case .xz: Program(name: "xz", arguments: ["-dc", "--memlimit-decompress=512MiB"], package: "xz-utils")
        case .zstd: Program(name: "zstd", arguments: ["-dc", "--memory=512MB"], package: "zstd")
        case .bzip2: Program(name: "bzip2", arguments: ["-dc"], package: "bzip2")
        case .zip: nil
        }
    }
}
