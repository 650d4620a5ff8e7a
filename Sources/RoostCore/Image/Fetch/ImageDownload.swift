import AsyncHTTPClient
import NIOCore

/// Brings the bytes of one address, in order and none twice, over as many connections as that takes: a transfer that is cut
/// goes on where it ended, as long as the server says that it still has the same.
struct ImageDownload: Sendable {
    let web: WebClient
    let address: ImageAddress
    let task: String
    /// Where to begin, in bytes.
    var position: UInt64 = 0
    /// Changes when the content does; nil while none is known.
    var validator: String?
    /// Of all of it, in bytes; nil while it is not known.
    var total: UInt64?

    /// How often in a row a transfer may end without a byte.
    private static let attempts = 5

    /// - Parameters:
    ///   - begin: told once, when the server has answered and before the first byte, what is known of it.
    ///   - take: gets the bytes.
    /// - Throws: ``WebProblem/changed`` where what came before is of no use any more; ``Failure``; what the closures throw.
    mutating func run(
        begin: (ImageDownload) async throws -> Void, take: ([UInt8]) async throws -> Void
    ) async throws {
        var failures = 0
        var hasBegun = false
        while true {
            var state = self
            let before = position
            do {
                state = try await web.get(address, from: position, ifStill: validator, task: task) { [state] answer in
                    var state = state
                    guard try state.accept(answer) else { return state }
                    if !hasBegun {
                        hasBegun = true
                        try await begin(state)
                    }
                    // The bytes that have come count, also when the body does not end well.
                    do {
                        for try await var buffer in answer.body {
                            let bytes = buffer.readBytes(length: buffer.readableBytes) ?? []
                            try await take(bytes)
                            state.position += UInt64(bytes.count)
                        }
                    } catch {
                        throw Interruption(state: state, error: error)
                    }
                    return state
                }
                self = state
                guard let total, position < total else { return }
                try await pause(after: "the server ended it early", &failures, before)
            } catch let interruption as Interruption {
                self = interruption.state
                let reason = try Self.reason(interruption.error, web)
                try await pause(after: reason, &failures, before)
            } catch WebProblem.cut(let reason) {
                guard hasBegun || position > 0 || failures > 0 || !reason.contains("cannot be reached") else {
                    throw Failure(.unreachable, task, why: reason, remedy: "Check the address and the network.")
                }
                try await pause(after: reason, &failures, before)
            }
        }
    }

    /// Looks at how an answer begins.
    /// - Returns: false when nothing is left to fetch.
    private mutating func accept(_ answer: WebAnswer) throws -> Bool {
        let headers = answer.headers
        switch answer.status {
        case 206:
            guard position > 0, headers.range?.start == position else { throw WebProblem.changed }
            if let whole = headers.range?.total {
                guard total == nil || total == whole else { throw WebProblem.changed }
                total = whole
            }
        case 416:
            guard position > 0, headers.range?.total == position else { throw WebProblem.changed }
            total = position
            return false
        default:
            // It sends all of it: it knows no ranges, or has something else by now.
            guard position == 0 else { throw WebProblem.changed }
            guard total == nil || headers.length == nil || total == headers.length else { throw WebProblem.changed }
            total = headers.length
        }
        if let validator, let other = headers.validator, other != validator { throw WebProblem.changed }
        validator = validator ?? headers.validator
        return true
    }

    /// Waits before the next attempt.
    /// - Throws: ``Failure`` of kind unreachable when there were enough.
    private func pause(after reason: String, _ failures: inout Int, _ before: UInt64) async throws {
        failures = position > before ? 1 : failures + 1
        guard failures < Self.attempts else {
            throw Failure(
                .unreachable, task, why: "\(reason), \(failures) times in a row", remedy: "Try again later.")
        }
        // Without a validator nobody knows whether the rest belongs to what has come.
        guard position == 0 || validator != nil else { throw WebProblem.changed }
        try await Task.sleep(for: web.patience * (1 << (failures - 1)))
    }

    /// - Throws: what is no interruption of the transfer.
    private static func reason(_ error: any Error, _ web: WebClient) throws -> String {
        guard case WebProblem.cut(let reason) = web.explained(error) else { throw error }
        return reason
    }

    /// A body that did not end well, and how far it came.
    private struct Interruption: Error {
        let state: ImageDownload
        let error: any Error
    }
}
