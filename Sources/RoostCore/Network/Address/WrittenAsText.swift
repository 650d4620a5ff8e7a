/// A value whose text is also what a file or an answer holds of it.
protocol WrittenAsText: LosslessStringConvertible, Codable {
    /// What a text that is none is told to be: "not an IP address".
    static var misreading: String { get }
}

extension WrittenAsText {
    public init(from decoder: any Decoder) throws {
        guard let value = Self(try decoder.singleValueContainer().decode(String.self)) else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: Self.misreading))
        }
        self = value
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
