import Foundation
import Logging
import RoostCore
import ServiceLifecycle

/// Writes down once a minute what machines and hosts have used.
struct UsageRecorder: Service {
    let past: UsagePast
    let log: Logger

    /// So many seconds after the end of a minute: whoever is measured every three seconds has been by then.
    private static let delay: TimeInterval = 5

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while true {
                let now = Date().timeIntervalSince1970
                let next = ((now - Self.delay) / 60).rounded(.down) * 60 + 60 + Self.delay
                // Cancelled when the server ends.
                guard (try? await Task.sleep(for: .seconds(next - now))) != nil else { return }
                await record(before: Date())
            }
        }
    }

    private func record(before time: Date) async {
        do {
            try await past.record(before: time)
        } catch {
            // This minute is missing; the next is tried again.
            log.error("what was used cannot be written down", metadata: ["error": "\(error)"])
        }
    }
}
