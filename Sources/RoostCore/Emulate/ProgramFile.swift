#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The head of a program in ELF, the format of Linux: which processor it is for, and what it needs to start.
struct ProgramFile: Hashable, Sendable {
    /// QEMU's word: "aarch64".
    var architecture: String
    /// The loader that starts it; nil for one that needs none.
    var loader: String?

    enum Problem: Error, Hashable {
        case unreadable(String)
        /// A text that names its interpreter.
        case script(interpreter: String)
        case notELF
        case broken
        case unknownMachine(UInt16)
    }

    private static let mostHeaders = 128

    /// Reads the file, of which nothing is believed.
    init(path: String) throws(Problem) {
        let data: Data
        do {
            // What is mapped costs nothing until it is looked at.
            data = try Data(contentsOf: URL(filePath: path), options: .mappedIfSafe)
        } catch {
            throw .unreadable("\(error)")
        }
        try self.init { offset, count throws(Problem) in
            guard offset >= 0, offset <= data.count, (0...1 << 16).contains(count) else { throw .broken }
            return Array(data.dropFirst(Int(offset)).prefix(count))
        }
    }

    /// - Parameter read: gives bytes of the file at an offset, fewer at its end.
    init(_ read: (Int64, Int) throws(Problem) -> [UInt8]) throws(Problem) {
        let head = try read(0, 256)
        if head.starts(with: Array("#!".utf8)) {
            let line = String(decoding: head.dropFirst(2).prefix { $0 != 10 }, as: UTF8.self)
            throw .script(interpreter: line.split(separator: " ").first.map(String.init) ?? "")
        }
        guard head.count >= 52, head.starts(with: [0x7F, 0x45, 0x4C, 0x46]), [1, 2].contains(head[4]),
            [1, 2].contains(head[5])
        else { throw .notELF }
        let isWide = head[4] == 2
        let fields = ByteFields(isBigEndian: head[5] == 2)
        guard !isWide || head.count >= 64 else { throw .broken }
        let machine = UInt16(fields.number(head, 18, 2))
        guard let name = Self.name(machine, isWide: isWide, isBigEndian: fields.isBigEndian) else {
            throw .unknownMachine(machine)
        }
        architecture = name
        let start = fields.number(head, isWide ? 32 : 28, isWide ? 8 : 4)
        let size = Int(fields.number(head, isWide ? 54 : 42, 2))
        let count = min(Int(fields.number(head, isWide ? 56 : 44, 2)), Self.mostHeaders)
        guard let start = Int64(exactly: start), size >= (isWide ? 56 : 32) || count == 0 else { throw .broken }
        let headers = try read(start, size * count)
        for index in 0..<count {
            let header = Array(headers.dropFirst(index * size).prefix(size))
            guard header.count == size else { throw .broken }
            // PT_INTERP
            guard fields.number(header, 0, 4) == 3 else { continue }
            let place = Int64(exactly: fields.number(header, isWide ? 8 : 4, isWide ? 8 : 4))
            let length = Int(exactly: fields.number(header, isWide ? 32 : 16, isWide ? 8 : 4))
            guard let place, let length, length <= 4096 else { throw .broken }
            loader = String(decoding: try read(place, length).prefix { $0 != 0 }, as: UTF8.self)
        }
    }

    /// QEMU's word for the machine of a header.
    private static func name(_ machine: UInt16, isWide: Bool, isBigEndian: Bool) -> String? {
        switch machine {
        case 3, 6: "i386"
        case 8: "mips" + (isWide ? "64" : "") + (isBigEndian ? "" : "el")
        case 20: "ppc"
        case 21: isBigEndian ? "ppc64" : "ppc64le"
        case 22: isWide ? "s390x" : nil
        case 2, 18: "sparc"
        case 43: "sparc64"
        case 4: "m68k"
        case 40: isBigEndian ? "armeb" : "arm"
        case 42: "sh4" + (isBigEndian ? "eb" : "")
        case 62: "x86_64"
        case 183: "aarch64" + (isBigEndian ? "_be" : "")
        case 243: isWide ? "riscv64" : "riscv32"
        case 258: "loongarch64"
        default: nil
        }
    }
}
