import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import NIOPosix

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Fetches from web servers, none of which is trusted: redirects are few and never lead from https to http, and one that says
/// nothing for too long is given up.
struct WebClient: Sendable {
    /// The longest that a server may say nothing.
    var silence = Duration.seconds(30)
    /// The pause after a transfer that was cut; it doubles with each that follows.
    var patience: Duration { silence / 60 }
    var environment: @Sendable (String) -> String? = { ProcessInfo.processInfo.environment[$0] }

    private static let mostRedirects = 10
    private static let proxyProblems: [HTTPClientError] = [
        .invalidProxyResponse, .proxyAuthenticationRequired, .httpProxyHandshakeTimeout, .socksHandshakeTimeout,
    ]
    private static let redirects: Set<Int> = [301, 302, 303, 307, 308]

    /// Asks for what lies at an address, and has its answer read.
    /// - Parameters:
    ///   - offset: where to begin, in bytes.
    ///   - validator: of what the bytes before `offset` came from.
    /// - Throws: ``WebProblem``, ``Failure``, or what the body throws.
    func get<Value: Sendable>(
        _ address: ImageAddress, from offset: UInt64 = 0, ifStill validator: String? = nil, task: String,
        _ body: (WebAnswer) async throws -> Value
    ) async throws -> Value {
        var address = address
        var seen: Set<ImageAddress> = []
        while true {
            guard seen.insert(address).inserted else {
                throw Failure(.unreachable, task, why: "the server redirects in a circle, to \(address.text)")
            }
            guard seen.count <= Self.mostRedirects else {
                throw Failure(
                    .unreachable, task,
                    why: "the server redirects more than \(Self.mostRedirects) times, last to \(address.text)")
            }
            let outcome = try await once(address, from: offset, ifStill: validator, task: task, body)
            switch outcome {
            case .value(let value): return value
            case .redirect(let location):
                let next: ImageAddress
                do throws(Failure) {
                    next = try address.redirected(to: location)
                } catch {
                    throw Failure(.unreachable, task, why: "the server redirects to what cannot be fetched: \(error)")
                }
                guard next.isSecure || !address.isSecure else {
                    throw Failure(
                        .unreachable, task,
                        why: "the server redirects from https to \(next.text), which anybody on the way could change",
                        remedy: "Look for another address of it that stays with https.")
                }
                address = next
            }
        }
    }

    private enum Outcome<Value: Sendable>: Sendable {
        case value(Value)
        case redirect(String)
    }

    private func once<Value: Sendable>(
        _ address: ImageAddress, from offset: UInt64, ifStill validator: String?, task: String,
        _ body: (WebAnswer) async throws -> Value
    ) async throws -> Outcome<Value> {
        var request = HTTPClientRequest(url: address.text)
        request.headers.add(name: "User-Agent", value: "roost")
        // What is hashed are the bytes as they lie on the server.
        request.headers.add(name: "Accept-Encoding", value: "identity")
        if offset > 0 {
            request.headers.add(name: "Range", value: "bytes=\(offset)-")
            if let validator { request.headers.add(name: "If-Range", value: validator) }
        }
        let client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: try configuration(address))
        let result: Result<Outcome<Value>, any Error>
        do {
            let response = try await client.execute(request, deadline: .distantFuture)
            let status = Int(response.status.code)
            if Self.redirects.contains(status), let location = response.headers.first(name: "location") {
                result = .success(.redirect(location))
            } else {
                try check(status, address, task)
                let answer = WebAnswer(
                    status: status, address: address, headers: WebHeaders(response.headers), body: response.body)
                result = .success(.value(try await body(answer)))
            }
        } catch {
            result = .failure(explained(error, address, task))
        }
        // Nothing is lost when it does not end well: its connections go with the process.
        try? await client.shutdown()
        return try result.get()
    }

    private func configuration(_ address: ImageAddress) throws(Failure) -> HTTPClient.Configuration {
        let seconds = Int64(silence.components.seconds)
        let pause = TimeAmount.milliseconds(
            seconds * 1000 + silence.components.attoseconds / 1_000_000_000_000_000)
        var configuration = HTTPClient.Configuration(
            redirectConfiguration: .disallow, timeout: .init(connect: pause, read: pause),
            proxy: try WebProxy(for: address, environment: environment)?.setting)
        configuration.httpVersion = .http1Only
        // What cannot be reached is said at once; whether to try again is for the transfer to decide.
        configuration.connectionPool.retryConnectionEstablishment = false
        return configuration
    }

    private func check(_ status: Int, _ address: ImageAddress, _ task: String) throws {
        switch status {
        case 200, 206, 416: return
        case 404, 410: throw Failure(.notFound, task, why: "\(address.text) is not there (\(status))")
        case 401, 403, 407: throw Failure(.permission, task, why: "the server refuses \(address.text) (\(status))")
        case 408, 425, 429, 500...599: throw WebProblem.cut("the server answers \(status)")
        default: throw Failure(.unreachable, task, why: "the server answers \(status) to \(address.text)")
        }
    }

    private func explained(_ error: any Error, _ address: ImageAddress, _ task: String) -> any Error {
        if let error = error as? HTTPClientError, error == .connectTimeout {
            return Failure(.unreachable, task, why: "\(address.text) does not answer within \(silence.inSeconds)")
        }
        if let error = error as? HTTPClientError, Self.proxyProblems.contains(error) {
            return Failure(
                .unreachable, task, why: "the proxy of the environment does not let through to \(address.text)",
                remedy: "Check https_proxy, http_proxy, all_proxy and no_proxy; it has to allow CONNECT.")
        }
        guard error is NIOConnectionError || error is SocketAddressError else { return explained(error) }
        return WebProblem.cut("\(address.url.host ?? "the server") cannot be reached (\(error))")
    }

    /// What an error of the HTTP library means; others stay as they are.
    func explained(_ error: any Error) -> any Error {
        switch error {
        case let error as HTTPClientError:
            switch error {
            case .cancelled: CancellationError()
            case .readTimeout: WebProblem.cut("the server has said nothing for \(silence.inSeconds)")
            case .remoteConnectionClosed: WebProblem.cut("the server ended the connection")
            default: WebProblem.cut("\(error)")
            }
        case is HTTPParserError: WebProblem.cut("the answer ends or changes in its middle")
        case is IOError, is ChannelError: WebProblem.cut("\(error)")
        default: error
        }
    }
}
