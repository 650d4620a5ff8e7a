import Foundation
import Logging
import RoostCore
import ServiceLifecycle

/// What is done once a minute: ended sessions and tokens are forgotten, uses written down, the audit trail cut to its length.
struct Housekeeping: Service {
    let parts: ServerParts
    let auditKeeping: TimeInterval
    let log: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            // Cancelled when the server ends.
            while (try? await Task.sleep(for: .seconds(60))) != nil { await tidy() }
        }
        await tidy()
    }

    private func tidy() async {
        do {
            try await parts.sessions.tidy()
            try await parts.tokens.tidy()
            try await parts.store.removeEntries(before: Date() - auditKeeping)
        } catch {
            // Tried again in a minute.
            log.error("housekeeping failed", metadata: ["error": "\(error)"])
        }
    }
}
