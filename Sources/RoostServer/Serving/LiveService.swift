import Logging
import RoostCore
import ServiceLifecycle

/// Keeps the picture of the hosts and the stream of events going, and ends both with the server.
struct LiveService: Service {
    let parts: ServerParts
    let log: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            await withTaskGroup(of: Void.self) { group in
                group.addTask { await self.watch() }
                group.addTask { await self.parts.events.run() }
                group.addTask {
                    while (try? await Task.sleep(for: .seconds(600))) != nil {
                        await self.parts.uploads.tidy(self.parts.live)
                    }
                }
            }
        }
        await parts.operations.stop()
    }

    private func watch() async {
        while !Task.isCancelled {
            do {
                try await parts.live.run()
            } catch {
                // A hosts file that is wrong is put right by somebody.
                log.error("the hosts are not known", metadata: ["error": "\(error)"])
                guard (try? await Task.sleep(for: .seconds(10))) != nil else { return }
            }
        }
    }
}
