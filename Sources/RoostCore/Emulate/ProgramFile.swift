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
    /// Libraries that it asks for by name.
    var libraries: [String] = []
    /// Whether it says itself where its libraries are.
    var hasOwnPath = false

    enum Problem: Error, Hashable {
        case unreadable
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
            throw .unreadable
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
        let width = isWide ? 8 : 4
        var segments: [ProgramSegment] = []
        for index in 0..<count {
            let header = Array(headers.dropFirst(index * size).prefix(size))
            guard header.count == size else { throw .broken }
            segments.append(ProgramSegment(header, isWide: isWide, fields))
        }
        if let part = segments.first(where: { $0.kind == .loader }) {
            loader = String(
                decoding: try read(try part.offset(), try part.size(within: 4096)).prefix { $0 != 0 }, as: UTF8.self)
        }
        guard let part = segments.first(where: { $0.kind == .dynamic }) else { return }
        let table = try read(try part.offset(), try part.size(within: 1 << 15))
        var names: [Int64] = []
        var strings: UInt64?
        for entry in stride(from: 0, to: table.count - 2 * width + 1, by: 2 * width) {
            let value = fields.number(table, entry + width, width)
            switch fields.number(table, entry, width) {
            case 1: if let place = Int64(exactly: value) { names.append(place) }
            case 5: strings = value
            case 15, 29: hasOwnPath = true
            default: break
            }
        }
        guard let strings, let place = segments.lazy.compactMap({ $0.place(of: strings) }).first else { return }
        libraries = try names.prefix(Self.mostHeaders).map { name throws(Problem) in
            let (offset, overflow) = place.addingReportingOverflow(name)
            guard !overflow else { throw .broken }
            return String(decoding: try read(offset, 256).prefix { $0 != 0 }, as: UTF8.self)
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
