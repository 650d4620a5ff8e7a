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
    private let connect: @Sendable (HostURI) async throws(Failure) -> Host

    /// The process's own environment and real connections.
    public static let system = HostLocator(
        environment: { ProcessInfo.processInfo.environment[$0] },
        connect: { uri throws(Failure) in try await Host.connect(to: uri) })

    init(
        environment: @escaping @Sendable (String) -> String?,
        connect: @escaping @Sendable (HostURI) async throws(Failure) -> Host
    ) {
        self.environment = environment
        self.connect = connect
    }

    /// `option`, else ROOST_HOST, else LIBVIRT_DEFAULT_URI, else the system daemon where it answers, else the session's.
    public func locate(option: String?) async throws(Failure) -> Located {
        for named in [option, environment("ROOST_HOST"), environment("LIBVIRT_DEFAULT_URI")] {
            guard let named, !named.isEmpty else { continue }
            return Located(host: try await connect(HostURI(named)), notice: nil)
        }
        let systemFailure: Failure
        do {
            return Located(host: try await connect(.system), notice: nil)
        } catch {
            systemFailure = error
        }
        // For root there is no point in a session of its own: its machines would be hidden from everybody.
        guard geteuid() != 0 else { throw systemFailure }
        do {
            return Located(host: try await connect(.session), notice: Self.notice(systemFailure))
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
