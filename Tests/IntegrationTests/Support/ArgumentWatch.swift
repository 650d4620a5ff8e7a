#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Looks at the arguments of all programs while something goes on.
enum ArgumentWatch {
    /// Whether a text stands in the arguments of any program on this computer, at any of many looks while `body` runs.
    static func sees<Value: Sendable>(
        _ text: String, during body: () async throws -> Value
    ) async throws -> (seen: Bool, value: Value) {
        let watch = Task {
            var seen = false
            // A process has its arguments soon after its start, and keeps them: a few looks at each are enough.
            var looks: [String: Int] = [:]
            while !Task.isCancelled {
                for process in (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
                where Int(process) != nil && looks[process, default: 0] < 20 {
                    looks[process, default: 0] += 1
                    let line = FileManager.default.contents(atPath: "/proc/\(process)/cmdline") ?? Data()
                    if String(decoding: line, as: UTF8.self).contains(text) { seen = true }
                }
                try? await Task.sleep(for: .milliseconds(5))
            }
            return seen
        }
        defer { watch.cancel() }
        let value = try await body()
        watch.cancel()
        return (await watch.value, value)
    }
}
