import NIOCore

/// Takes a tar archive apart as it comes: the plain and GNU's form, as the sandbox's `tar` writes it. It is an image's word:
/// every number is checked, and no name is longer than a path can be.
struct TarReader {
    struct Header: Equatable {
        enum Kind: Equatable {
            case file, directory
            case link(target: String)
            /// A device, a pipe or a socket.
            case other
        }

        /// As it stands in the archive, relative; nil for one that is not UTF-8.
        let path: String?
        let kind: Kind
        /// Permission bits as of chmod.
        let mode: UInt16
        /// Of the content that follows, in bytes.
        let size: UInt64
    }

    enum Part: Equatable {
        case entry(Header)
        /// A piece of the content of the last entry.
        case content(ByteBuffer)
    }

    struct Damaged: Error {}

    private static let block = 512
    private static let longestName: UInt64 = 4096
    private static let largestPiece = 1 << 20

    private var buffer = ByteBuffer()
    /// Content, and then padding, that is still to come.
    private var content: UInt64 = 0
    private var padding = 0
    private var isOver = false
    private var longName: [UInt8]?
    private var longTarget: [UInt8]?

    /// Whether an end was seen, and nothing is missing.
    var isComplete: Bool { isOver }

    mutating func append(_ bytes: ByteBuffer) { buffer.writeImmutableBuffer(bytes) }

    /// - Returns: nil where more must come first.
    mutating func next() throws -> Part? {
        if content > 0 {
            let count = Int(min(content, UInt64(min(buffer.readableBytes, Self.largestPiece))))
            guard count > 0, let piece = buffer.readSlice(length: count) else { return nil }
            content -= UInt64(count)
            buffer.discardReadBytes()
            return .content(piece)
        }
        while !isOver {
            guard buffer.readableBytes >= padding else { return nil }
            buffer.moveReaderIndex(forwardBy: padding)
            padding = 0
            guard let head = buffer.getBytes(at: buffer.readerIndex, length: Self.block) else { return nil }
            if head.allSatisfy({ $0 == 0 }) {
                isOver = true
                return nil
            }
            try Self.check(head)
            let size = try Self.number(head[124..<136])
            let rest = Int((512 - size % 512) % 512)
            let letter = head[156]
            if letter == UInt8(ascii: "L") || letter == UInt8(ascii: "K") {
                guard size <= Self.longestName else { throw Damaged() }
                guard buffer.readableBytes >= Self.block + Int(size) + rest else { return nil }
                buffer.moveReaderIndex(forwardBy: Self.block)
                let text = Self.text((buffer.readBytes(length: Int(size)) ?? [])[...])
                buffer.moveReaderIndex(forwardBy: rest)
                if letter == UInt8(ascii: "L") { longName = text } else { longTarget = text }
                continue
            }
            buffer.moveReaderIndex(forwardBy: Self.block)
            let header = try header(head, letter, size: size)
            (longName, longTarget) = (nil, nil)
            (content, padding) = (header.size, header.size > 0 ? rest : 0)
            return .entry(header)
        }
        buffer.clear()
        return nil
    }

    private func header(_ head: [UInt8], _ letter: UInt8, size: UInt64) throws -> Header {
        let name = longName ?? Self.text(head[0..<100])
        let target = longTarget ?? Self.text(head[157..<257])
        let mode = UInt16(truncatingIfNeeded: try Self.number(head[100..<108]) & 0o7777)
        let kind: Header.Kind
        switch letter {
        case UInt8(ascii: "0"), UInt8(ascii: "7"), 0: kind = .file
        case UInt8(ascii: "5"): kind = .directory
        case UInt8(ascii: "2"):
            guard let text = String(validating: target, as: UTF8.self) else { throw Damaged() }
            kind = .link(target: text)
        case UInt8(ascii: "3"), UInt8(ascii: "4"), UInt8(ascii: "6"): kind = .other
        // Hard links, sparse files and other extensions are not asked for.
        default: throw Damaged()
        }
        guard kind == .file || size == 0 else { throw Damaged() }
        return Header(path: String(validating: name, as: UTF8.self), kind: kind, mode: mode, size: size)
    }

    /// The sum over the header, with blanks where the sum itself stands.
    private static func check(_ head: [UInt8]) throws {
        var sum = 0
        for (index, byte) in head.enumerated() { sum += (148..<156).contains(index) ? 32 : Int(byte) }
        guard try number(head[148..<156]) == UInt64(sum) else { throw Damaged() }
    }

    /// Octal digits, or a binary number behind a set first bit.
    private static func number(_ field: ArraySlice<UInt8>) throws -> UInt64 {
        if let first = field.first, first & 0x80 != 0 {
            var value = UInt64(first & 0x7F)
            for byte in field.dropFirst() {
                guard value >> 55 == 0 else { throw Damaged() }
                value = value << 8 | UInt64(byte)
            }
            return value
        }
        let digits = field.drop { $0 == 32 }.prefix { $0 != 32 && $0 != 0 }
        var value: UInt64 = 0
        for digit in digits {
            guard (48...55).contains(digit), value >> 60 == 0 else { throw Damaged() }
            value = value << 3 | UInt64(digit - 48)
        }
        return value
    }

    private static func text(_ field: ArraySlice<UInt8>) -> [UInt8] { Array(field.prefix { $0 != 0 }) }
}
