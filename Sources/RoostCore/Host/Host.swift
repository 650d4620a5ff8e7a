public import Libvirt
import Synchronization

/// One computer that runs machines, and the one connection to its libvirt daemon.
public final class Host: Sendable {
    /// What people call it; the URI where it has no other name.
    public let name: String
    public let uri: HostURI
    public let connection: Connection
    private let closed = Atomic<Bool>(false)
    private let successor = Mutex<Task<Result<Host, Failure>, Never>?>(nil)
    /// Whether a command speaks to other hosts too, so that what it says of a machine must name the host.
    public let isOneOfSeveral: Bool

    /// "monolithic" or "modular", for a host that was reached by a login of Roost's own and has told.
    let remoteDaemon: String?

    init(
        name: String, uri: HostURI, connection: Connection, remoteDaemon: String? = nil, isOneOfSeveral: Bool = false
    ) {
        self.name = name
        self.uri = uri
        self.connection = connection
        self.remoteDaemon = remoteDaemon
        self.isOneOfSeveral = isOneOfSeveral
    }

    /// The same host by the same connection, whose machines are called `HOST/NAME`.
    func amongOthers() -> Host {
        Host(name: name, uri: uri, connection: connection, remoteDaemon: remoteDaemon, isOneOfSeveral: true)
    }

    /// What to call something of this host: `NAME`, or `HOST/NAME` where other hosts are in play.
    public func label(_ name: String) -> String { isOneOfSeveral ? "\(self.name)/\(name)" : name }

    /// Words of a command that mean something of this host, wherever the command is typed: `NAME` on this computer, else
    /// `HOST/NAME`, or `NAME --host URI` for a host without a name.
    public func reference(_ name: String) -> String {
        if uri.isLocal, !isOneOfSeveral { return ShellWord.quoted(name) }
        return HostName.isPossible(self.name)
            ? ShellWord.quoted("\(self.name)/\(name)")
            : "\(ShellWord.quoted(name)) --host \(ShellWord.quoted(self.name))"
    }

    /// Whether it is this computer.
    public var isHere: Bool { uri.isLocal }

    /// How long a daemon may take to answer where nobody said otherwise.
    private static let patience = Duration.seconds(15)

    /// Connects; fails with a remedy where the daemon does not answer.
    /// - Parameters:
    ///   - name: what people call the host; the URI where it has no other name.
    ///   - questions: whether ssh may ask the person for passwords and about host keys.
    ///   - limit: for all of it where no questions are allowed, else for each step; 15 seconds for the daemon's answer, and 30 for
    ///     a login, where it is nil. A person is waited for without a limit.
    /// - Throws: ``Failure`` of kind unreachable, permission, unsupported or usage.
    public static func connect(
        to uri: HostURI, name: String? = nil, questions: Questions = .allowed, within limit: Duration? = nil
    ) async throws(Failure) -> Host {
        if let login = try HostLogin(to: uri, name: name) {
            let opened = try await login.openLibvirt(questions, within: limit)
            return Host(
                name: name ?? uri.text, uri: uri, connection: opened.connection, remoteDaemon: opened.service.layout)
        }
        let name = name ?? uri.text
        let sockets = DaemonSockets()
        // Where libvirt itself starts ssh, a person may be typing a password.
        let mayAsk = uri.isOverSSH && questions == .allowed
        let opened = await ConnectionOpenings.shared.open(
            sockets.reach(uri.asking(mayAsk)), place: name, within: mayAsk ? limit : limit ?? patience)
        switch opened {
        case .success(let connection): return Host(name: name, uri: uri, connection: connection)
        case .failure(let error): throw sockets.explain(Failure(connectingTo: uri, error), uri: uri)
        }
    }

    /// A new connection to the same host, one for all who lost this one. Nobody is asked anything: who is there to answer is
    /// not known.
    func again() async throws(Failure) -> Host {
        let trial = successor.withLock { successor in
            if let successor { return successor }
            let trial = Task {
                let result = await attempt { () throws(Failure) in
                    let host = try await Host.connect(to: uri, name: name, questions: .refused)
                    return isOneOfSeveral ? host.amongOthers() : host
                }
                if case .failure = result { self.successor.withLock { $0 = nil } }
                return result
            }
            successor = trial
            return trial
        }
        return try await trial.value.get()
    }

    /// Ends the connection. Who still waits for something over it is told that it is lost, and it is not made again.
    public func close() async {
        closed.store(true, ordering: .releasing)
        await connection.close()
    }

    /// To be called before the process ends: gives daemons a second in which to forget what was listened to.
    public static func settleAll() { Library.settle(within: .seconds(1)) }

    /// Whether it was closed on purpose.
    var isClosed: Bool { closed.load(ordering: .acquiring) }
}

/// Runs libvirt calls that serve one task and turns their errors into a ``Failure`` about that task.
public func doing<Value>(
    _ task: @autoclosure () -> String, _ body: () async throws(LibvirtError) -> Value
) async throws(Failure) -> Value {
    do {
        return try await body()
    } catch {
        throw Failure(task(), error)
    }
}
