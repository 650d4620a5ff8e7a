/// A file in which a publisher lists the checksums of images. A stranger's text: what it does not say clearly is refused.
public struct ChecksumFile: Sendable {
    /// How it is to be read.
    public enum Form: String, Hashable, Sendable, Codable, CaseIterable {
        /// Lines "HASH  FILE" or "HASH *FILE", as sha256sum writes them.
        case sums
        /// Lines "SHA256 (FILE) = HASH".
        case bsd
        /// A file for one image alone: one hash in either form or bare, whatever name stands beside it.
        case single
        /// Any of these: a file that a person names. One with a single hash and no name counts as for this image alone.
        case any
    }

    /// The largest that is read, in bytes.
    static let largest = 1 << 20

    private let entries: [(name: String?, checksum: ImageChecksum)]
    private let form: Form

    init(_ text: String, form: Form) {
        self.form = form
        entries = text.split(whereSeparator: \.isNewline).compactMap { Self.entry(String($0), form) }
    }

    /// - Parameter file: the image's name as the publisher has it, without a directory.
    /// - Throws: ``Failure`` of kind notFound when nothing is listed for it, of kind usage when that is not clear.
    func checksum(of file: String, task: String, address: String) throws(Failure) -> ImageChecksum {
        let isAlone = form == .single || (form == .any && entries.count == 1 && entries[0].name == nil)
        let found = Set(entries.filter { isAlone || $0.name == file }.map(\.checksum))
        // Of several algorithms the strongest; a list may name both.
        let strongest =
            found.filter { $0.algorithm == .sha512 }.isEmpty ? found : found.filter { $0.algorithm == .sha512 }
        guard let checksum = strongest.first else {
            throw Failure(
                .notFound, task, why: "\(address) lists no checksum for \(ValueProblem.quote(file))",
                remedy: "An image is not taken unchecked. Give its checksum: --checksum sha256:…")
        }
        guard strongest.count == 1 else {
            throw Failure(
                .usage, task, why: "\(address) lists several checksums for \(ValueProblem.quote(file))",
                remedy: "Give the right one: --checksum sha256:…")
        }
        return checksum
    }

    private static func entry(_ line: String, _ form: Form) -> (String?, ImageChecksum)? {
        if form != .sums, let match = line.wholeMatch(of: /\s*(SHA256|SHA512) \((.+)\) = ([0-9A-Fa-f]+)\s*/),
            let algorithm = ImageChecksum.Algorithm(rawValue: match.1.lowercased()),
            let checksum = ImageChecksum(algorithm, digest: match.3)
        {
            return (lastPart(match.2), checksum)
        }
        guard form != .bsd, let match = line.wholeMatch(of: /\s*([0-9A-Fa-f]{64,128})(?:\s+\*?(\S.*))?/),
            let checksum = ImageChecksum(digest: match.1)
        else { return nil }
        guard let name = match.2 else { return form == .sums ? nil : (nil, checksum) }
        return (lastPart(name), checksum)
    }

    private static func lastPart(_ path: Substring) -> String {
        let name = path.split(separator: "/").last ?? path
        return String(name.reversed().drop(while: \.isWhitespace).reversed())
    }
}
