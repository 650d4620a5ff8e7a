import Crypto

/// Small qcow2 images, made by hand so that they can be hostile.
struct TestDisk: Sendable {
    var bytes: [UInt8]

    /// A header, and content behind it that is the same each time for a seed.
    /// - Parameters:
    ///   - size: what a machine sees, in bytes.
    ///   - length: of the file, in bytes.
    init(seed: UInt64 = 1, size: UInt64 = 64 << 20, length: Int = 3 << 20) {
        // Not the same anywhere, and hard to pack.
        bytes = []
        bytes.reserveCapacity(length + 64)
        while bytes.count < length { bytes += SHA512.hash(data: Array("\(seed) \(bytes.count)".utf8)) }
        bytes.removeLast(bytes.count - length)
        bytes.replaceSubrange(0..<512, with: repeatElement(0, count: 512))
        put([0x51, 0x46, 0x49, 0xFB, 0, 0, 0, 3], at: 0)
        put(size, at: 24)
        put([0, 0, 0, 16], at: 20)
        put([0, 0, 0, 4, 0, 0, 0, 104], at: 96)
    }

    mutating func put(_ piece: [UInt8], at offset: Int) {
        bytes.replaceSubrange(offset..<offset + piece.count, with: piece)
    }

    mutating func put(_ number: UInt64, at offset: Int) {
        put((0..<8).map { UInt8(truncatingIfNeeded: number >> UInt64(56 - 8 * $0)) }, at: offset)
    }

    /// Lets it stand on another file.
    func standing(on path: String) -> TestDisk {
        var disk = self
        disk.put(UInt64(1024), at: 8)
        disk.put([0, 0, 0, UInt8(path.utf8.count)], at: 16)
        disk.put(Array(path.utf8), at: 1024)
        return disk
    }

    /// Has it keep its data in another file.
    func keepingData(in path: String) -> TestDisk {
        var disk = self
        disk.put(UInt64(4), at: 72)
        disk.put([0x44, 0x41, 0x54, 0x41, 0, 0, 0, UInt8(path.utf8.count)] + Array(path.utf8), at: 104)
        return disk
    }

    var sha256: String { Self.text(SHA256.hash(data: bytes)) }
    var sha512: String { Self.text(SHA512.hash(data: bytes)) }
    var version: String { String(sha256.prefix(12)) }

    static func digest(of bytes: [UInt8]) -> String { text(SHA256.hash(data: bytes)) }

    static func text(_ digest: some Sequence<UInt8>) -> String {
        digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
