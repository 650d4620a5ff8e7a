#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// A file, directory or link in an image.
public struct GuestEntry: Hashable, Sendable, Codable {
    public enum Kind: String, Hashable, Sendable, Codable {
        case file, directory, link, block, character, pipe, socket, other

        init(letter: Substring) {
            switch letter {
            case "f": self = .file
            case "d": self = .directory
            case "l": self = .link
            case "b": self = .block
            case "c": self = .character
            case "p": self = .pipe
            case "s": self = .socket
            default: self = .other
            }
        }
    }

    /// The name alone in a list, else the path in the image.
    public var name: String
    public var kind: Kind
    /// Octal, such as "0755".
    public var mode: String
    public var owner: UInt32
    public var group: UInt32
    /// In bytes.
    public var size: UInt64
    public var modified: Date?
    /// Where a link leads, as it says itself.
    public var target: String?

    /// What `find` prints of each: eight fields that end in a zero byte, and so may hold anything else.
    static func format(name: String) -> String { "%y\\0%m\\0%U\\0%G\\0%s\\0%T@\\0%\(name)\\0%l\\0" }

    /// - Returns: nil where the bytes are not a whole number of such entries.
    static func list(_ bytes: [UInt8]) -> [GuestEntry]? {
        let fields = bytes.split(separator: 0, omittingEmptySubsequences: false)
        guard fields.last?.isEmpty ?? true, (fields.count - 1) % 8 == 0 else { return nil }
        return stride(from: 0, to: fields.count - 1, by: 8).map { start in
            func text(_ index: Int) -> String { String(decoding: fields[start + index], as: UTF8.self) }
            let (kind, mode) = (text(0), text(1))
            return GuestEntry(
                name: text(6), kind: Kind(letter: kind[...]),
                mode: String(repeating: "0", count: max(0, 4 - mode.count)) + mode, owner: UInt32(text(2)) ?? 0,
                group: UInt32(text(3)) ?? 0, size: UInt64(text(4)) ?? 0,
                modified: Double(text(5)).map { Date(timeIntervalSince1970: $0) },
                target: kind == "l" ? text(7) : nil)
        }
    }
}
