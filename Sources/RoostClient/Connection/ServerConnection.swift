import AsyncHTTPClient
import NIOCore
import NIOHTTP1
public import RoostCore
import Synchronization

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Speaks to one server. Nothing that it answers is kept without bound.
public final class ServerConnection: Sendable {
    public let address: ServerURL
    let trust: ServerTrust
    /// What is shown with each request; a cookie while somebody logs in, else a token.
    private let credentials: Mutex<HTTPHeaders>
    private let client: HTTPClient
    /// For streams, on which a server that is alive says something every quarter of a minute.
    private let streams: HTTPClient
    private let count = Atomic<Int>(0)

    /// The largest answer that is read, in bytes: 10,000 machines are a fifth of it.
    static let largest = 32 << 20

    /// - Parameter token: an API token; nil for what takes none.
    /// - Throws: ``Failure`` of kind usage for a trust that is none.
    public convenience init(to address: ServerURL, trust: ServerTrust, token: String? = nil) throws(Failure) {
        // A start of a machine, or a look at many volumes far away, takes its time.
        try self.init(
            to: address, trust: trust, token.map { ["Authorization": "Bearer \($0)"] } ?? [:],
            silence: .seconds(120))
    }

    private init(
        to address: ServerURL, trust: ServerTrust, _ headers: HTTPHeaders, silence: TimeAmount
    ) throws(Failure) {
        self.address = address
        self.trust = trust
        credentials = Mutex(headers)
        let tls = try trust.configuration()
        func client(silence: TimeAmount) -> HTTPClient {
            var configuration = HTTPClient.Configuration(
                tlsConfiguration: tls, redirectConfiguration: .disallow,
                timeout: .init(connect: .seconds(10), read: silence))
            configuration.httpVersion = .http1Only
            // Called once TLS stands, and before anything is sent.
            configuration.http1_1ConnectionDebugInitializer = { channel in trust.check(channel) }
            // What cannot be reached is said at once.
            configuration.connectionPool.retryConnectionEstablishment = false
            return HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
        }
        self.client = client(silence: silence)
        streams = client(silence: .seconds(45))
    }

    /// Asks over a connection that is made for it, and shows so that the server can still be reached.
    func anew<Value: Sendable>(
        _ body: (ServerConnection) async throws(Failure) -> Value
    ) async throws(Failure) -> Value {
        let other = try ServerConnection(
            to: address, trust: trust, credentialHeaders, silence: .seconds(25))
        let result = await attempt { () throws(Failure) in try await body(other) }
        await other.close()
        return try result.get()
    }

    /// How many requests were sent.
    public var requests: Int { count.load(ordering: .relaxed) }

    // The HTTP client has to be told when it is not used any more.
    deinit {
        client.shutdown { _ in }
        streams.shutdown { _ in }
    }

    /// Hangs up.
    public func close() async {
        // Its connections go with the process where that fails.
        try? await client.shutdown()
        try? await streams.shutdown()
    }

    func setCredentials(_ headers: HTTPHeaders) { credentials.withLock { $0 = headers } }

    var credentialHeaders: HTTPHeaders { credentials.withLock { $0 } }

    /// Sends a request and reads its answer.
    /// - Parameters:
    ///   - task: what fails when it fails: "Cannot start web1".
    /// - Throws: ``Failure``: the server's own, or what kept it from answering.
    ///   - status: a refusal that the caller reads itself.
    func ask(
        _ request: ServerRequest, accepting status: Int? = nil, task: String
    ) async throws(Failure) -> ServerAnswer {
        let answer: ServerAnswer
        do {
            let response = try await client.execute(prepared(request), deadline: .distantFuture)
            let body = try await response.body.collect(upTo: request.largest)
            answer = ServerAnswer(status: Int(response.status.code), headers: response.headers, body: body)
        } catch is NIOTooManyBytesError {
            throw Failure(.general, task, why: "\(address) answers with more than \(request.largest >> 20) MiB")
        } catch {
            throw await explained(error, task: task)
        }
        guard (200..<300).contains(answer.status) || answer.status == status else {
            throw ServerFailures.refusal(answer, from: address, task: task)
        }
        return answer
    }

    /// The same with an answer of JSON.
    func ask<Value: Decodable>(
        _ request: ServerRequest, for type: Value.Type, task: String
    ) async throws(Failure) -> Value {
        try read(type, from: try await ask(request, task: task), task: task)
    }

    func read<Value: Decodable>(
        _ type: Value.Type, from answer: ServerAnswer, task: String
    ) throws(Failure) -> Value {
        do {
            return try answer.decoded(type)
        } catch {
            throw Failure(
                .general, task, why: "\(address) answers what this roost does not understand",
                remedy: "Look whether both are of one version: roost --version")
        }
    }

    /// What names the version of what was shown, for ``ServerRequest/ifMatching(_:)``.
    /// - Throws: ``Failure`` of kind general where nothing does: it could be another one that is changed then.
    func tag(of answer: ServerAnswer, task: String) throws(Failure) -> String {
        guard let tag = answer.headers.first(name: "ETag"), !tag.isEmpty else {
            throw Failure(
                .general, task, why: "\(address) does not say which version it shows",
                remedy: "Look whether something in between, such as a proxy, takes the ETag away.")
        }
        return tag
    }

    /// Says what anybody may say.
    func greet() async throws {
        let response = try await client.execute(prepared(.get(["session"])), deadline: .now() + .seconds(20))
        _ = try await response.body.collect(upTo: 64 << 10)
    }

    /// Opens a stream of events.
    func open(_ request: ServerRequest, task: String) async throws(Failure) -> HTTPClientResponse.Body {
        do {
            let response = try await streams.execute(prepared(request), deadline: .distantFuture)
            guard response.status == .ok else {
                let body = try await response.body.collect(upTo: 64 << 10)
                let answer = ServerAnswer(status: Int(response.status.code), headers: response.headers, body: body)
                throw ServerFailures.refusal(answer, from: address, task: task)
            }
            return response.body
        } catch {
            throw await explained(error, task: task)
        }
    }

    private func prepared(_ request: ServerRequest) -> HTTPClientRequest {
        count.add(1, ordering: .relaxed)
        var made = HTTPClientRequest(url: "\(address)\(request.target)")
        made.method = request.method
        made.headers = request.headers
        made.headers.add(name: "User-Agent", value: "roost")
        made.headers.add(name: "Accept", value: "application/json, */*")
        for field in credentialHeaders { made.headers.add(name: field.name, value: field.value) }
        if let body = request.body { made.body = .bytes(body) }
        return made
    }

    /// A certificate that is not believed is looked at, so that the person sees what it is.
    private func explained(_ error: any Error, task: String) async -> Failure {
        guard case .pinned(let known) = trust, ServerFailures.isAboutCertificate(error),
            let shown = try? await ServerCertificate.shown(by: address)
        else { return ServerFailures.broken(error, address, task: task) }
        return .otherCertificate(shown, than: known, of: address)
    }
}

extension Failure {
    /// The server is not the one that was trusted, or has got another certificate.
    static func otherCertificate(
        _ shown: ServerCertificate, than known: String, of address: ServerURL
    ) -> Failure {
        let before = ServerCertificate.fingerprint(of: known) ?? "unknown"
        let why = "it was \(before), and now it is \(shown.fingerprint); somebody may stand in between"
        return Failure(
            .permission, "The server \(address) is not believed: its certificate is not the one that you trusted",
            why: why,
            remedy: "If the server prints that fingerprint at its start, trust it anew: roost login \(address)")
    }
}
