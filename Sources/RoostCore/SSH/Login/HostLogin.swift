#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The one ssh login that Roost keeps to a host, shared by all its commands: libvirt, displays and guests are reached through
/// it. It ends by itself ten minutes after its last use.
public struct HostLogin: Sendable {
    /// The URI it was made for.
    public let uri: HostURI
    public let destination: SSHDestination
    /// What people call the host.
    public let name: String

    let route: SSHRoute
    let folder: LoginFolder
    let master: ControlMaster
    private let environment: @Sendable (String) -> String?

    /// How long a host may take to answer where nobody said otherwise.
    static let patience = Duration.seconds(15)
    /// How long a login may take that asks nobody, where nobody said otherwise.
    private static let loginPatience = Duration.seconds(30)
    /// How long others who change the same login are waited for by what needs nobody's answer.
    static let lockPatience = Duration.seconds(10)

    /// - Parameter name: what people call the host; the destination where it has no other name.
    /// - Returns: nil for a URI without ssh, and for one with parameters that libvirt alone understands.
    /// - Throws: ``Failure`` of kind usage for a destination that cannot be given to ssh, of kind permission when the
    ///   directory for sockets is not private.
    public init?(to uri: HostURI, name: String? = nil) throws(Failure) {
        try self.init(to: uri, name: name) { ProcessInfo.processInfo.environment[$0] }
    }

    init?(
        to uri: HostURI, name: String? = nil, environment: @escaping @Sendable (String) -> String?
    ) throws(Failure) {
        guard let route = try SSHRoute(uri) else { return nil }
        self.uri = uri
        self.route = route
        self.environment = environment
        destination = route.destination
        self.name = name ?? route.destination.description
        folder = LoginFolder(route, in: try RuntimeDirectory(environment: environment))
        master = ControlMaster(folder: folder)
    }

    /// Whether another name or URI leads to the same login.
    public func isSame(as other: HostLogin) -> Bool { folder.path == other.folder.path }

    /// Whether somebody is logged in. Asks the local ssh alone, never the host.
    public func isConnected() async -> Bool {
        // One that cannot be asked is none that can be used.
        (try? await master.isAlive()) ?? false
    }

    /// Logs in, unless that was done before; the host's libvirt is not asked.
    /// - Parameter limit: for a login that asks nobody; 30 seconds where it is nil. A person is waited for without a limit.
    /// - Throws: ``Failure`` of kind unreachable, permission or usage, with ssh's reason.
    public func connect(questions: Questions = .allowed, within limit: Duration? = nil) async throws(Failure) {
        let asks = asks(questions)
        let time = TimeBudget(limit, asks: asks)
        try await folder.locked(within: lockPatience(asks, time)) { () throws(Failure) in
            try await ensureMaster(asks, time)
        }
    }

    /// Ends the login, and whatever goes through it.
    /// - Returns: whether there was one.
    /// - Throws: ``Failure`` when it does not end.
    @discardableResult
    public func disconnect() async throws(Failure) -> Bool {
        guard folder.exists(folder.path) else { return false }
        return try await folder.locked(within: Self.lockPatience) { () throws(Failure) in
            let wasAlive = try await master.isAlive()
            // One that does not react has to go as well.
            if !wasAlive, master.kill() {
                try folder.clear()
                return true
            }
            if wasAlive, try await master.exit()?.succeeded != true, !master.kill() {
                throw Failure(
                    .general, "Cannot end the login to \(name)", why: "its ssh does not react",
                    remedy: "End it by hand: pgrep -af ssh")
            }
            if wasAlive { await folder.waitForTheEndOfControl(ControlMaster.patience) }
            try folder.clear()
            return wasAlive
        }
    }

    /// Opens a socket here that leads to one behind the login. One that leads there already stays.
    /// - Throws: ``Failure`` of kind state without a login, of kind exists when the socket is taken.
    public func forward(_ forward: PortForward) async throws(Failure) {
        let task = "Cannot forward \(forward.local) to \(name)"
        guard await isConnected() else { throw notLoggedIn(task) }
        guard let answer = try await master.forward(forward), answer.succeeded else {
            throw Failure(
                .exists, task, why: "ssh could not open it here", remedy: "Something else may use it: give another.")
        }
    }

    /// Opens a free port of this computer alone that leads to a socket behind the login.
    /// - Returns: the port.
    /// - Throws: ``Failure`` of kind state without a login, of kind exists when no free port was found.
    public func forwardFreePort(to remote: PortForward.End) async throws(Failure) -> PortForward {
        var last = Failure(.exists, "Cannot forward a port to \(name)")
        for _ in 0..<20 {
            let forward = try PortForward(localPort: .random(in: 20_000..<32_000), remote: remote)
            do {
                try await self.forward(forward)
                return forward
            } catch {
                guard error.kind == .exists else { throw error }
                last = error
            }
        }
        throw last
    }

    /// Closes what ``forward(_:)`` opened. What goes through it already goes on.
    /// - Throws: ``Failure`` of kind notFound when there is no such forward.
    public func cancel(_ forward: PortForward) async throws(Failure) {
        let task = "Cannot close the forward of \(forward.local)"
        guard await isConnected() else { throw notLoggedIn(task) }
        // Its exit code tells nothing here, unlike those of the other requests.
        guard let answer = try await master.cancel(forward), answer.succeeded, answer.errors.isEmpty else {
            throw Failure(.notFound, task, why: "there is no such forward")
        }
        // ssh leaves the file of a socket behind.
        if case .socket(let path) = forward.local { folder.remove(path) }
    }

    /// A command line for ssh's ProxyCommand, which reaches the other ssh's host and port through this login.
    public var proxyCommand: String {
        let words = ["ssh"] + master.arguments + ["-W"]
        // ssh expands percent signs in it, those of the last words among them.
        return words.map { ShellWord.quoted($0).replacingEach("%", with: "%%") }.joined(separator: " ")
            + " '[%h]:%p' -- roost"
    }

    /// Has the master there, by a login where there is none. To be called with the lock.
    /// - Parameters:
    ///   - asks: whether a person can be asked.
    ///   - isAgain: whether the link to the host was there a moment ago: one that was lost is not waited for as long.
    func ensureMaster(_ asks: Bool, _ time: TimeBudget, isAgain: Bool = false) async throws(Failure) {
        if try await master.isAlive() { return }
        // What a killed or frozen one has left behind would stand in the way of the next, and nobody could end it any more.
        _ = master.kill()
        try folder.clear()
        try await master.logIn(
            route, asks: asks, isAgain: isAgain, within: asks ? nil : time.left(Self.loginPatience))
    }

    /// Whether there is somebody who can be asked, and may be.
    func asks(_ questions: Questions) -> Bool {
        questions == .allowed && !route.isSilent && Terminal.canAsk(environment: environment)
    }

    /// Whoever can be asked also waits for others who are.
    func lockPatience(_ asks: Bool, _ time: TimeBudget) -> Duration? { asks ? nil : time.left(Self.loginPatience) }

    private func notLoggedIn(_ task: String) -> Failure {
        Failure(.state, task, why: "there is no login", remedy: "roost host connect \(ShellWord.quoted(name))")
    }
}
