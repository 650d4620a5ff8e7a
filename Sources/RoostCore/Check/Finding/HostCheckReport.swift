/// What a check of a host found.
public struct HostCheckReport: Hashable, Sendable, Codable {
    /// What people call the host.
    public let host: String
    /// "Debian GNU/Linux 12 (bookworm), Linux 6.1.0-18-amd64, x86_64".
    public let system: String
    public let findings: [HostFinding]
    /// What checks this host: "roost host check lab1".
    public let command: String

    public func count(_ state: HostFinding.State) -> Int { findings.count { $0.state == state } }

    /// Nothing is wrong that would keep machines from running.
    public var isFit: Bool { count(.failure) == 0 }

    /// What `--fix` would do: each thing once.
    public var fixes: [HostChange] {
        var seen: Set<HostChange> = []
        return findings.compactMap(\.fix).filter { seen.insert($0).inserted }
    }

    /// What to throw after telling: nil where nothing failed.
    public var failure: Failure? {
        let failures = count(.failure)
        guard failures > 0 else { return nil }
        return Failure(
            .unfit, "\(host) has \(failures) \(failures == 1 ? "failure" : "failures")",
            remedy: fixes.isEmpty ? "The remedies stand above." : "roost host check \(ShellWord.quoted(host)) --fix")
    }
}
