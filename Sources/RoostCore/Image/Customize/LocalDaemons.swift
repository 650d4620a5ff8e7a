import Glibc

/// The libvirt daemons of this computer, whose machines may stand on a file that is to be changed.
struct LocalDaemons: Sendable {
    /// Those that answer.
    private(set) var hosts: [Host] = []
    /// Those that are there, but cannot be asked.
    private(set) var closed: [HostURI] = []

    /// - Parameter host: asked as well, where it is this computer.
    static func reach(with host: Host?) async -> LocalDaemons {
        var found = LocalDaemons()
        if let host, host.isHere { found.hosts.append(host) }
        // Machines of one daemon are hidden from the other. Root has no session of its own.
        let known: [HostURI] = geteuid() == 0 ? [.system] : [.system, .session]
        for uri in known where !found.hosts.contains(where: { $0.uri == uri }) {
            do throws(Failure) {
                found.hosts.append(try await Host.connect(to: uri, questions: .refused))
            } catch {
                // One that does not run has no machines that run.
                if error.kind != .unreachable, error.kind != .unsupported { found.closed.append(uri) }
            }
        }
        return found
    }
}
