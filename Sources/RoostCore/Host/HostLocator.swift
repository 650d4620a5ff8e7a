import Glibc

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Finds the host that a command means.
public struct HostLocator: Sendable {
    public struct Located: Sendable {
        public let host: Host
        /// What the person should know about the choice.
        public let notice: String?
    }

    private let environment: @Sendable (String) -> String?
    private let connect: @Sendable (HostTarget, Questions) async throws(Failure) -> Host
    public let hosts: HostsFile

    /// The process's own environment and real connections.
    public static let system = HostLocator(
        environment: { ProcessInfo.processInfo.environment[$0] },
        connect: { target, questions throws(Failure) in
            try await Host.connect(to: target.uri, name: target.givenName, questions: questions, within: target.limit)
        })

    init(
        environment: @escaping @Sendable (String) -> String?,
        connect: @escaping @Sendable (HostTarget, Questions) async throws(Failure) -> Host
    ) {
        self.environment = environment
        self.connect = connect
        hosts = HostsFile.standard(environment: environment)
    }

    /// What a text names: a URI, `system`, `session`, a name of the hosts file, or an address: one with a user, a port
    /// or a dot.
    /// - Throws: ``Failure`` of kind notFound, with the nearest name, for a word that is none of these.
    public func target(_ text: String) throws(Failure) -> HostTarget {
        if HostName.reserved.contains(text) || text.contains("://") { return HostTarget(uri: try HostURI(text)) }
        if text.contains("@") || text.contains(":") {
            return HostTarget(name: text, uri: try SSHDestination(text).uri())
        }
        guard HostName.isPossible(text) else {
            throw Failure(
                .usage, "'\(text)' is not a host",
                remedy:
                    "Give a name of 'roost host list', USER@ADDRESS, a libvirt URI such as qemu:///system, or one of the words system and session."
            )
        }
        let entries = try hosts.entries()
        if let entry = entries.first(where: { $0.name == text }) { return HostTarget(entry) }
        // A domain name or a number, unless it is a misspelt name of the file.
        if text.contains("."), Spelling.nearest(to: text, among: entries.map(\.name)) == nil {
            return HostTarget(name: text, uri: try SSHDestination(text).uri())
        }
        throw HostsFile.unknown(text, among: entries)
    }

    /// All hosts of the hosts file, in its order.
    /// - Throws: ``Failure`` of kind usage when there are none.
    public func allTargets() throws(Failure) -> [HostTarget] {
        let entries = try hosts.entries()
        guard !entries.isEmpty else {
            throw Failure(
                .usage, "There are no hosts yet", why: "\(hosts.path) names none",
                remedy: "roost host add NAME [USER@]ADDRESS")
        }
        return entries.map { HostTarget($0) }
    }

    /// Connects to a host that was named.
    public func open(_ target: HostTarget, _ questions: Questions = .allowed) async throws(Failure) -> Host {
        try await connect(target, questions)
    }

    /// The host that is meant, before anything is connected to: `option`, else ROOST_HOST, else LIBVIRT_DEFAULT_URI, else this
    /// computer's system daemon.
    public func target(option: String?) throws(Failure) -> HostTarget {
        for named in [option, environment("ROOST_HOST")] {
            if let named, !named.isEmpty { return try target(named) }
        }
        if let uri = environment("LIBVIRT_DEFAULT_URI"), !uri.isEmpty { return HostTarget(uri: try HostURI(uri)) }
        return HostTarget(name: nil, uri: .system)
    }

    /// `option`, else ROOST_HOST, else LIBVIRT_DEFAULT_URI, else the system daemon where it answers, else the session's.
    public func locate(option: String?, _ questions: Questions = .allowed) async throws(Failure) -> Located {
        for named in [option, environment("ROOST_HOST")] {
            guard let named, !named.isEmpty else { continue }
            return Located(host: try await connect(try target(named), questions), notice: nil)
        }
        if let uri = environment("LIBVIRT_DEFAULT_URI"), !uri.isEmpty {
            return Located(host: try await connect(HostTarget(uri: try HostURI(uri)), questions), notice: nil)
        }
        let systemFailure: Failure
        do {
            return Located(host: try await connect(HostTarget(uri: .system), questions), notice: nil)
        } catch {
            systemFailure = error
        }
        // For root there is no point in a session of its own: its machines would be hidden from everybody.
        guard geteuid() != 0 else { throw systemFailure }
        do {
            return Located(
                host: try await connect(HostTarget(uri: .session), questions), notice: Self.notice(systemFailure))
        } catch {
            throw systemFailure
        }
    }

    /// One line, for it stands above the answer of every command.
    private static func notice(_ failure: Failure) -> String {
        let way = failure.remedy.map { " (\($0))" } ?? ""
        return "Using qemu:///session, not system: \(failure.why ?? "it does not answer")\(way)"
    }
}
