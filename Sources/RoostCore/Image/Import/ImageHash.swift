import Crypto

/// The checksum of bytes as they come, by one algorithm or the other.
struct ImageHash: Sendable {
    let algorithm: ImageChecksum.Algorithm
    private var short = SHA256()
    private var long = SHA512()

    init(_ algorithm: ImageChecksum.Algorithm) { self.algorithm = algorithm }

    mutating func update(_ bytes: [UInt8]) {
        switch algorithm {
        case .sha256: short.update(data: bytes)
        case .sha512: long.update(data: bytes)
        }
    }

    /// In lower case hexadecimal.
    var digest: String {
        switch algorithm {
        case .sha256: Self.text(short.finalize())
        case .sha512: Self.text(long.finalize())
        }
    }

    private static func text(_ digest: some Sequence<UInt8>) -> String {
        digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
