import RoostCore

/// A row of a list over several hosts as JSON and YAML show it: the host first, then what the row has, or the reason why there
/// is none.
struct FleetRow<Row: Encodable & Sendable>: Encodable, Sendable {
    let host: String
    let content: Result<Row, Failure>

    private enum Key: String, CodingKey {
        case host
        case error
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(host, forKey: .host)
        switch content {
        case .success(let row): try row.encode(to: encoder)
        case .failure(let failure): try container.encode(FailureReason(failure), forKey: .error)
        }
    }
}

/// A failure as scripts see it.
struct FailureReason: Encodable, Hashable, Sendable {
    let what: String
    let why: String?
    let remedy: String?
    /// The kind's word, such as `unreachable`.
    let code: String

    init(_ failure: Failure) {
        what = failure.what
        why = failure.why
        remedy = failure.remedy
        code = failure.kind.name
    }
}
