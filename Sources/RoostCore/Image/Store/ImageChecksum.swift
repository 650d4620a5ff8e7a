/// The checksum of a file as its publisher gives it: "sha256:9f86d0…".
public struct ImageChecksum: Hashable, Sendable {
    public enum Algorithm: String, Hashable, Sendable, Codable, CaseIterable {
        case sha256, sha512

        /// Of a checksum, in hexadecimal digits.
        var digits: Int { self == .sha256 ? 64 : 128 }
    }

    public let algorithm: Algorithm
    /// In lower case.
    public let digest: String

    /// - Returns: nil when the digest is not one of that algorithm.
    init?(_ algorithm: Algorithm, digest: some StringProtocol) {
        let digest = digest.lowercased()
        guard digest.utf8.count == algorithm.digits,
            digest.utf8.allSatisfy({ "0123456789abcdef".utf8.contains($0) })
        else { return nil }
        self.algorithm = algorithm
        self.digest = digest
    }

    /// A digest whose length tells the algorithm.
    init?(digest: some StringProtocol) {
        guard let algorithm = Algorithm.allCases.first(where: { $0.digits == digest.utf8.count }) else { return nil }
        self.init(algorithm, digest: digest)
    }

    /// - Parameter text: "sha256:DIGEST", "sha512:DIGEST" or the digest alone.
    /// - Throws: ``Failure`` of kind usage.
    public init(parsing text: String) throws(Failure) {
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        let found =
            parts.count == 2
            ? Algorithm(rawValue: parts[0].lowercased()).flatMap { Self($0, digest: parts[1]) }
            : Self(digest: text)
        guard let found else {
            throw Failure(
                .usage, "\(ValueProblem.quote(text)) is not a checksum",
                remedy: "Write sha256: with 64 hexadecimal digits, or sha512: with 128.")
        }
        self = found
    }
}

extension ImageChecksum: CustomStringConvertible {
    public var description: String { "\(algorithm.rawValue):\(digest)" }
}

extension ImageChecksum: Codable {
    public init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        do throws(Failure) {
            try self.init(parsing: text)
        } catch {
            throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: error.what))
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
