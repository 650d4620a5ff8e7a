import RoostCore

/// Names for shell completion, asked of the host while the person types.
enum LiveNames {
    /// Nothing where the host does not answer: a shell must not be disturbed by an error.
    static func offered(
        words: [String], prefix: String, names: @Sendable (Host) async throws(Failure) -> [String]
    ) async -> [String] {
        guard let located = try? await HostLocator.system.locate(option: host(in: words)),
            let found = try? await names(located.host)
        else { return [] }
        return found.filter { $0.hasPrefix(prefix) }.sorted()
    }

    /// The value of `--host` among words that may not be complete.
    private static func host(in words: [String]) -> String? {
        for (index, word) in words.enumerated() {
            if word == "--host", index + 1 < words.count { return words[index + 1] }
            if word.hasPrefix("--host=") { return String(word.dropFirst("--host=".count)) }
        }
        return nil
    }
}
