/// Names an API token in lists and in the audit trail. Not the token itself.
struct TokenID: Hashable, Codable, Sendable {
    let text: String

    init(_ text: String) { self.text = text }

    /// A new one that nobody can guess.
    static func make() -> TokenID { TokenID(RandomText.make(bytes: 16)) }

    init(from decoder: any Decoder) throws { text = try decoder.singleValueContainer().decode(String.self) }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
