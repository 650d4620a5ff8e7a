import Foundation
import Hummingbird
import Logging
import NIOCore
import RoostCore

/// Turns every error into an answer that a program can read. What is not meant for people stays in the log.
struct ProblemMiddleware: RouterMiddleware {
    func handle(
        _ request: Request, context: RoostRequestContext,
        next: (Request, RoostRequestContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch {
            return try problem(of: error, context).response()
        }
    }

    private func problem(of error: any Error, _ context: RoostRequestContext) -> Problem {
        switch error {
        case let problem as Problem: problem
        case let failure as Failure: Problem(failure)
        case let failures as PartialFailure: problem(of: failures)
        case let error as HTTPError: problem(of: error)
        case is NIOTooManyBytesError: problem(of: HTTPError(.contentTooLarge))
        case let error as any HTTPResponseError: problem(of: HTTPError(error.status))
        case is DecodingError:
            // The text of a decoding error may repeat what was sent, a password for instance.
            Problem("usage", status: 400, "The request's content is not what this address takes")
        case is CancellationError: Problem("interrupted", status: 503, "The server is stopping")
        default: unforeseen(error, context)
        }
    }

    private func problem(of failures: PartialFailure) -> Problem {
        Problem(
            failures.kind.name, status: 500, "Some of it failed",
            detail: failures.failures.map(\.description).joined(separator: "\n"))
    }

    private func problem(of error: HTTPError) -> Problem {
        switch error.status {
        case .notFound: .notFound
        case .contentTooLarge: Problem("too-large", status: 413, "The request's content is too large")
        case .badRequest: Problem("usage", status: 400, "The request is malformed", detail: error.body)
        default: Problem("http", status: error.status.code, error.status.reasonPhrase, detail: error.body)
        }
    }

    private func unforeseen(_ error: any Error, _ context: RoostRequestContext) -> Problem {
        context.logger.error("request failed", metadata: ["error": "\(error)"])
        return Problem(
            "failed", status: 500, "The server failed", detail: "Its log has the reason under request \(context.id).")
    }
}
