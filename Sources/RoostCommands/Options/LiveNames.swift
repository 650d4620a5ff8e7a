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
    ///
    /// Bash makes words of their own of characters such as the colon of a URI; those are put together again.
    static func host(in words: [String]) -> String? {
        for (index, word) in words.enumerated() where word == "--host" || word.hasPrefix("--host=") {
            var value = String(word.dropFirst("--host=".count))
            var rest = words[(index + 1)...]
            if rest.first == "=" { rest = rest.dropFirst() }
            if value.isEmpty, let first = rest.popFirst() { value = first }
            while let separator = rest.first, !separator.isEmpty, separator.allSatisfy({ ":=@".contains($0) }) {
                value += rest.prefix(2).joined()
                rest = rest.dropFirst(2)
            }
            return value.isEmpty ? nil : value
        }
        return nil
    }
}
