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

    init(name: String, uri: HostURI, connection: Connection) {
        self.name = name
        self.uri = uri
        self.connection = connection
    }

    /// Connects; fails with a remedy where the daemon does not answer.
    /// - Throws: ``Failure`` of kind unreachable or permission.
    public static func connect(to uri: HostURI) async throws(Failure) -> Host {
        let sockets = DaemonSockets()
        do {
            return Host(name: uri.text, uri: uri, connection: try await Connection.open(uri: sockets.reach(uri)))
        } catch {
            throw sockets.explain(Failure(connectingTo: uri, error), uri: uri)
        }
    }

    /// A new connection to the same host, one for all who lost this one. Nobody is asked anything: who is there to answer is
    /// not known.
    func again() async throws(Failure) -> Host {
        let trial = successor.withLock { successor in
            if let successor { return successor }
            let trial = Task {
                let result = await attempt { () throws(Failure) in try await Host.connect(to: uri) }
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
