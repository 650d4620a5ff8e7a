import Foundation

/// The address of a machine's console: `/api/v1/hosts/{host}/machines/{uuid}/console/{kind}`.
struct ConsolePlace: Hashable, Sendable {
    let host: String
    /// In small letters, as libvirt writes it.
    let machine: String
    let kind: ConsoleKind

    init(host: String, machine: String, kind: ConsoleKind) {
        self.host = host
        self.machine = machine.lowercased()
        self.kind = kind
    }

    /// - Parameter path: with or without a query, which is not looked at.
    /// - Returns: nil for any other address.
    init?(path: some StringProtocol) {
        let words = path.prefix { $0 != "?" }.split(separator: "/", omittingEmptySubsequences: false)
        guard words.count == 9, words[0].isEmpty, words[1...3] == ["api", "v1", "hosts"], words[5] == "machines",
            words[7] == "console", let host = words[4].removingPercentEncoding, !host.isEmpty,
            let kind = ConsoleKind(rawValue: String(words[8])), UUID(uuidString: String(words[6])) != nil
        else { return nil }
        self.init(host: host, machine: String(words[6]), kind: kind)
    }
}
