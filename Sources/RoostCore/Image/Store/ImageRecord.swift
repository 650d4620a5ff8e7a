#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// What is known of an image beside its bytes. It lies in a small volume next to the image.
public struct ImageRecord: Hashable, Sendable {
    /// How an image came.
    public enum Origin: String, Hashable, Sendable, Codable {
        case pulled, built, imported
    }

    public var name: String
    public var origin: Origin
    /// The address or the file that it came from.
    public var source: String?
    /// Of the source, as its publisher gives it: of a packed file, of the packed one.
    public var checksum: ImageChecksum?
    /// Of the stored bytes.
    public var digest: ImageChecksum?
    /// osinfo's short id: "debian12".
    public var os: String?
    /// "x86_64", "aarch64".
    public var architecture: String?
    /// Who logs in by default.
    public var user: String?
    public var added: Date

    public init(
        name: String, origin: Origin, source: String? = nil, checksum: ImageChecksum? = nil,
        digest: ImageChecksum? = nil, os: String? = nil, architecture: String? = nil, user: String? = nil,
        added: Date = Date()
    ) {
        self.name = name
        self.origin = origin
        self.source = source
        self.checksum = checksum
        self.digest = digest
        self.os = os
        self.architecture = architecture
        self.user = user
        self.added = added
    }
}

extension ImageRecord: Codable {
    private enum Key: String, CodingKey {
        case name, origin, source, checksum, digest, os, architecture, user, added
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        name = try container.decode(String.self, forKey: .name)
        origin = try container.decode(Origin.self, forKey: .origin)
        source = try container.decodeIfPresent(String.self, forKey: .source)
        checksum = try container.decodeIfPresent(ImageChecksum.self, forKey: .checksum)
        digest = try container.decodeIfPresent(ImageChecksum.self, forKey: .digest)
        os = try container.decodeIfPresent(String.self, forKey: .os)
        architecture = try container.decodeIfPresent(String.self, forKey: .architecture)
        user = try container.decodeIfPresent(String.self, forKey: .user)
        added = try Date(try container.decode(String.self, forKey: .added), strategy: .iso8601)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(name, forKey: .name)
        try container.encode(origin, forKey: .origin)
        try container.encodeIfPresent(source, forKey: .source)
        try container.encodeIfPresent(checksum, forKey: .checksum)
        try container.encodeIfPresent(digest, forKey: .digest)
        try container.encodeIfPresent(os, forKey: .os)
        try container.encodeIfPresent(architecture, forKey: .architecture)
        try container.encodeIfPresent(user, forKey: .user)
        try container.encode(added.formatted(.iso8601), forKey: .added)
    }
}

extension ImageRecord {
    /// The longest that is read, in bytes.
    static let largest = 64 << 10

    /// Reads what lies beside an image. Whoever may write into the pool may have written it.
    /// - Returns: nil where it is damaged or of another image; the image works without.
    init?(_ bytes: [UInt8], of name: String) {
        guard bytes.count < Self.largest,
            let record = try? JSONDecoder().decode(ImageRecord.self, from: Data(bytes)), record.name == name,
            record.user.map(Self.isLogin) ?? true, [record.os, record.architecture].allSatisfy(Self.isWord)
        else { return nil }
        self = record
    }

    /// As it is stored.
    func bytes() throws(Failure) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        do {
            return Array(try encoder.encode(self)) + [0x0A]
        } catch {
            throw Failure(.general, "Cannot write down what is known of the image \(name)", why: "\(error)")
        }
    }

    /// Whether a text can be the name of a user: it goes to ssh and into documents for the guest.
    static func isLogin(_ text: String) -> Bool {
        guard let first = text.utf8.first, first.isLetterOrDigit || first == UInt8(ascii: "_") else { return false }
        return text.utf8.count <= 32 && text.utf8.allSatisfy { $0.isLetterOrDigit || "._-".utf8.contains($0) }
    }

    static func isWord(_ text: String?) -> Bool {
        guard let text else { return true }
        return (1...64).contains(text.utf8.count)
            && text.utf8.allSatisfy { $0.isLetterOrDigit || "._-".utf8.contains($0) }
    }
}
