/// Files for a Linux kernel's initial RAM disk, in the kernel's "newc" format. An initial RAM disk may be several archives one
/// after the other, packed or not: the files of a later one are added to those of the earlier.
struct CPIOArchive {
    /// The kernel finds the next archive at multiples of this many bytes.
    static let alignment = 4

    /// Where an archive may begin behind what is there, in bytes.
    static func start(behind length: UInt64) -> UInt64 { (length + UInt64(alignment) - 1) & ~UInt64(alignment - 1) }

    private(set) var bytes: [UInt8] = []
    private var count: UInt32 = 0

    /// - Parameters:
    ///   - files: by name, without a slash in front.
    init(files: [(name: String, content: [UInt8])]) {
        for file in files { append(name: file.name, content: file.content, mode: 0o100400) }
        append(name: "TRAILER!!!", content: [], mode: 0)
    }

    private mutating func append(name: String, content: [UInt8], mode: UInt32) {
        count += 1
        let inode = mode == 0 ? 0 : count
        let fields: [UInt32] = [
            inode, mode, 0, 0, 1, 0, UInt32(content.count), 0, 0, 0, 0, UInt32(name.utf8.count + 1), 0,
        ]
        bytes += Array("070701".utf8)
        for field in fields { bytes += Self.hexadecimal(field) }
        bytes += Array(name.utf8) + [0]
        pad()
        bytes += content
        pad()
    }

    private mutating func pad() {
        bytes += [UInt8](repeating: 0, count: (Self.alignment - bytes.count % Self.alignment) % Self.alignment)
    }

    private static func hexadecimal(_ number: UInt32) -> [UInt8] {
        let digits = Array("0123456789abcdef".utf8)
        return (0..<8).reversed().map { digits[Int(number >> (UInt32($0) * 4) & 15)] }
    }
}
