/// The one error that reaches a person: what failed, why, and what to do.
public struct Failure: Error, Hashable, Sendable, Codable {
    public let kind: FailureKind
    /// What failed, a short sentence without a full stop: "Cannot start web1".
    public let what: String
    /// Why, where it is known.
    public let why: String?
    /// What the person can do: a command to run, or a choice to make.
    public let remedy: String?

    public init(_ kind: FailureKind, _ what: String, why: String? = nil, remedy: String? = nil) {
        self.kind = kind
        self.what = what
        self.why = why
        self.remedy = remedy
    }

    /// The same failure seen from a larger task: "Cannot create web1: Cannot start web1: …" would say it twice, so the
    /// outer task replaces ``what`` and the inner text becomes the reason.
    public func whileDoing(_ task: String) -> Failure {
        let reason = why.map { "\(what): \($0)" } ?? what
        return Failure(kind, task, why: reason, remedy: remedy)
    }
}

extension Failure: CustomStringConvertible {
    /// One line: what, and why.
    public var description: String {
        why.map { "\(what): \($0)" } ?? what
    }
}
