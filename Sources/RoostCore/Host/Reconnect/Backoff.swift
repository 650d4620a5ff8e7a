/// How long to wait before each further attempt: longer each time, up to a limit, and never in step with others.
public struct Backoff: Sendable {
    private let first: Duration
    private let longest: Duration
    private var next: Duration

    /// - Parameters:
    ///   - first: before the first attempt.
    ///   - longest: the limit of the doubling.
    public init(first: Duration = .milliseconds(500), longest: Duration = .seconds(30)) {
        self.first = first
        self.longest = longest
        next = first
    }

    /// The next pause, a fifth more or less than the doubling says, so that many who lost the same host come back spread out.
    public mutating func pause() -> Duration {
        defer { next = min(next * 2, longest) }
        return next * Double.random(in: 0.8...1.2)
    }

    /// After something has worked for a while.
    public mutating func reset() { next = first }
}
