/// The value of one option of `create` where options come as a document and not as words of a command line.
public enum CreateOptionValue: Hashable, Sendable {
    case text(String)
    case list([String])
    /// Given, or expressly not given, without a value.
    case flag(Bool)

    /// Each value; none for an option without one.
    public var texts: [String] {
        switch self {
        case .text(let text): [text]
        case .list(let texts): texts
        case .flag: []
        }
    }
}

extension CreateOptionValue: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let flag = try? container.decode(Bool.self) {
            self = .flag(flag)
        } else if let number = try? container.decode(Int64.self) {
            self = .text(String(number))
        } else if let text = try? container.decode(String.self) {
            self = .text(text)
        } else {
            self = .list(try container.decode([String].self))
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .text(let text): try container.encode(text)
        case .list(let texts): try container.encode(texts)
        case .flag(let flag): try container.encode(flag)
        }
    }
}
