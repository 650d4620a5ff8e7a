import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL
import RoostCore

/// What goes wrong between here and a server, in words.
enum ServerFailures {
    /// What a server may say of a refusal, in characters: it is shown to people.
    private static let longest = 1000

    /// A refusal of the server's, of RFC 9457 where it has that form.
    /// - Parameter task: what fails where the server does not say it.
    static func refusal(_ answer: ServerAnswer, from address: ServerURL, task: String) -> Failure {
        guard let problem = try? answer.decoded(ProblemDocument.self), let title = problem.title else {
            return Failure(
                kind(ofStatus: answer.status), task, why: "\(address) answers \(answer.status)",
                remedy: answer.status == 404 ? "Look whether that is the address of a Roost server." : nil)
        }
        let word = (problem.type ?? "").split(separator: ":").last.map(String.init) ?? ""
        let kind = FailureKind.all.first { $0.name == word } ?? kind(ofStatus: answer.status)
        return Failure(
            kind, cut(title), why: problem.detail.map(cut),
            remedy: remedy(word, title, address) ?? problem.remedy.map(cut))
    }

    /// What can be done from here, where the server thinks of its page.
    private static func remedy(_ word: String, _ title: String, _ address: ServerURL) -> String? {
        switch word {
        case "unauthenticated": "Log in: roost login \(address)"
        case "elevation-needed": "Log in for that role: roost login \(address) --role administrator"
        case "role-needed":
            "Log in for that role, where your groups have it: roost login \(address) --role \(role(in: title))"
        case "token-scope": "Log in for all hosts: roost login \(address)"
        default: nil
        }
    }

    /// The role that a refusal names.
    private static func role(in title: String) -> String {
        ["administrator", "operator", "viewer"].first { title.hasSuffix($0) } ?? "ROLE"
    }

    private static func kind(ofStatus status: Int) -> FailureKind {
        switch status {
        case 400, 405, 411, 413, 414, 415, 426, 431: .usage
        case 401, 403: .permission
        case 404, 410: .notFound
        case 409, 412: .state
        case 429, 507: .resources
        case 502, 503, 504: .unreachable
        default: FailureKind.all.first { $0.httpStatus == status } ?? .general
        }
    }

    static func cut(_ text: String) -> String { text.count > longest ? "\(text.prefix(longest))…" : text }

    /// What kept an answer from coming.
    static func broken(_ error: any Error, _ address: ServerURL, task: String) -> Failure {
        switch error {
        case let failure as Failure: return failure
        case is CancellationError: return Failure(.interrupted, "Stopped")
        case let error as HTTPClientError where error == .cancelled: return Failure(.interrupted, "Stopped")
        default: break
        }
        if isAboutCertificate(error) {
            return Failure(
                .permission, "The server \(address) shows a certificate that nobody here believes",
                remedy: "Log in, which shows its fingerprint and asks: roost login \(address)")
        }
        return Failure(
            .unreachable, "\(task): no answer from \(address)", why: reason(error),
            remedy: "Look whether it is up: systemctl status roost on that computer.")
    }

    /// Whether the other side's certificate was not believed.
    static func isAboutCertificate(_ error: any Error) -> Bool {
        "\(error)".contains("CERTIFICATE_VERIFY_FAILED") || error is NIOSSLExtraError
            || error is ServerTrust.OtherCertificate
            || (error as? HTTPClientError).map { "\($0)".contains("CERTIFICATE_VERIFY_FAILED") } ?? false
    }

    static func reason(_ error: any Error) -> String {
        switch error {
        case let error as HTTPClientError:
            switch error {
            case .connectTimeout: "it does not answer"
            case .readTimeout, .deadlineExceeded: "it has said nothing for too long"
            case .remoteConnectionClosed: "it has ended the connection"
            default: cut("\(error)")
            }
        case let error as NIOConnectionError:
            error.connectionErrors.first.map { reason($0.error) } ?? "its name cannot be found: \(error.host)"
        case let error as IOError: error.description.split(separator: ": ").last.map(String.init) ?? "\(error)"
        case is ChannelError: "it does not answer"
        case is NIOSSLError: "it does not speak TLS as it should"
        case is HTTPParserError: "its answer is not HTTP"
        default: cut("\(error)")
        }
    }
}
