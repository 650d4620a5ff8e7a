/// Whether a file is the image of an optical disc, from its first 64 KiB.
enum DiscImage {
    /// How many bytes `problem` wants to see.
    static let wanted = 64 << 10

    /// What is wrong with it; nil for an ISO 9660 or UDF image, to which hybrid images belong too.
    static func problem(_ bytes: [UInt8], length: UInt64) -> String? {
        guard length > 0 else { return "the file is empty" }
        if isDisc(bytes) { return nil }
        let header = ImageHeader(bytes, length: length)
        if header.format != "raw" { return "it is a disk image of format \(header.format)" }
        let packed: [(magic: [UInt8], name: String)] = [
            ([0x1F, 0x8B], "gzip"), ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "xz"), (Array("BZh".utf8), "bzip2"),
            ([0x28, 0xB5, 0x2F, 0xFD], "zstd"), ([0x50, 0x4B, 0x03, 0x04], "zip"),
            ([0x37, 0x7A, 0xBC, 0xAF], "7-zip"),
        ]
        if let packed = packed.first(where: { bytes.starts(with: $0.magic) }) {
            return "it is packed with \(packed.name)"
        }
        let start = String(decoding: bytes.prefix(256), as: UTF8.self).lowercased()
        if start.contains("<html") || start.contains("<!doctype") { return "it is a web page: the download went wrong" }
        if bytes.count > 511, bytes[510] == 0x55, bytes[511] == 0xAA { return "it is the image of a hard disk" }
        return length < 64 << 10 ? "it is only \(length) bytes long" : "it holds no ISO 9660 or UDF file system"
    }

    /// Volume descriptors start at sector 16: `CD001` of ISO 9660, `BEA01` and `NSR0x` of UDF.
    private static func isDisc(_ bytes: [UInt8]) -> Bool {
        stride(from: 16 * 2048, to: bytes.count - 6, by: 2048).contains { sector in
            let name = String(decoding: bytes[sector + 1..<sector + 6], as: UTF8.self)
            return ["CD001", "BEA01", "NSR02", "NSR03"].contains(name)
        }
    }
}
