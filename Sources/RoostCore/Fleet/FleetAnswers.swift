/// What the hosts of a fleet answered, in the order in which they were chosen.
public struct FleetAnswers<Value: Sendable>: Sendable {
    public let answers: [HostAnswer<Value>]
    /// Failures that belong to no host, such as a name that nothing has.
    public let failures: [Failure]
    /// Whether more than one host was meant, so that each row must say whose it is.
    public let isSeveral: Bool

    package init(answers: [HostAnswer<Value>], failures: [Failure] = [], isSeveral: Bool) {
        self.answers = answers
        self.failures = failures
        self.isSeveral = isSeveral
    }

    /// The answers that came, with their hosts.
    public var values: [(host: String, value: Value)] {
        answers.compactMap { answer in (try? answer.result.get()).map { (answer.host, $0) } }
    }

    /// The hosts that did not answer, with the reason.
    public var failed: [(host: String, failure: Failure)] {
        answers.compactMap { answer in
            guard case .failure(let failure) = answer.result else { return nil }
            return (answer.host, failure.whileAsking(answer.host))
        }
    }

    /// - Throws: ``PartialFailure`` when a host did not answer, or something that was named is nowhere.
    public func check() throws(PartialFailure) {
        let all = failed.map(\.failure) + failures
        if !all.isEmpty { throw PartialFailure(failures: all, attempted: answers.count + failures.count) }
    }

    package func map<Other: Sendable>(_ body: (Value) -> Other) -> FleetAnswers<Other> {
        FleetAnswers<Other>(
            answers: answers.map { HostAnswer(host: $0.host, result: $0.result.map(body)) }, failures: failures,
            isSeveral: isSeveral)
    }
}

extension Failure {
    /// The same said of one of several hosts, unless it names the host itself.
    package func whileAsking(_ host: String) -> Failure {
        let words = what.split { !$0.isLetter && !$0.isNumber && !"._-".contains($0) }
        return words.contains { $0 == host } ? self : Failure(kind, "\(host): \(what)", why: why, remedy: remedy)
    }
}
