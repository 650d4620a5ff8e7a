import RoostCore

/// A row of `host list`: what the file says of a host, and how it is where it was asked.
struct HostState: Encodable {
    let summary: HostSummary
    let state: Result<HostOverview, Failure>?

    init(_ summary: HostSummary, _ state: Result<HostOverview, Failure>? = nil) {
        self.summary = summary
        self.state = state
    }

    private enum Key: String, CodingKey {
        case state
        case error
    }

    func encode(to encoder: any Encoder) throws {
        try summary.encode(to: encoder)
        guard let state else { return }
        var container = encoder.container(keyedBy: Key.self)
        switch state {
        case .success(let overview):
            try container.encode("ok", forKey: .state)
            try overview.encode(to: encoder)
        case .failure(let failure):
            try container.encode(failure.kind.name, forKey: .state)
            try container.encode(FailureReason(failure), forKey: .error)
        }
    }
}
