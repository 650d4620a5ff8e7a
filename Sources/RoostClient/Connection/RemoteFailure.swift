import RoostCore

/// A failure as a server tells it. Its exit code is this program's own: a server does not say that something failed with 0.
struct RemoteFailure: Decodable {
    private struct Kind: Decodable {
        let name: String
    }

    private let kind: Kind
    private let what: String
    private let why: String?
    private let remedy: String?

    var failure: Failure {
        Failure(
            FailureKind.all.first { $0.name == kind.name } ?? .general, ServerFailures.cut(what),
            why: why.map(ServerFailures.cut), remedy: remedy.map(ServerFailures.cut))
    }
}
