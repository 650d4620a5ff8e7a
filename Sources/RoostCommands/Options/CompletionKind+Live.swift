import ArgumentParser
import RoostCore

extension CompletionKind {
    /// The names of the machines that exist on the host that the typed words name.
    static let machines = CompletionKind.custom { words, _, prefix in
        await LiveNames.offered(words: words, prefix: prefix) { host throws(Failure) in
            try await host.machines().map(\.name)
        }
    }
}
