import Foundation
import Logging
import RoostCore
import ServiceLifecycle

/// What is done once a minute: ended sessions and tokens are forgotten, uses written down, the audit trail cut to its length, and
/// a certificate that is new or due is taken.
struct Housekeeping: Service {
    let parts: ServerParts
    let auditKeeping: TimeInterval
    let transport: Transport
    let log: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            // Cancelled when the server ends.
            while (try? await Task.sleep(for: .seconds(60))) != nil {
                await tidy()
                renewCertificate()
            }
        }
        // Cancelled when another part has failed: the next start does it.
        if !Task.isCancelled { await tidy() }
    }

    private func renewCertificate() {
        do {
            guard let fingerprint = try transport.renew() else { return }
            log.notice("a new certificate is shown from now on", metadata: ["sha256": "\(fingerprint)"])
        } catch {
            // Half a pair of files, for instance, while somebody replaces them: the present one goes on.
            log.error("the certificate cannot be renewed", metadata: ["error": "\(error)"])
        }
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
