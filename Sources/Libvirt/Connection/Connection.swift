internal import CLibvirt
import Synchronization

/// A connection to one hypervisor.
///
/// Its calls run on a bounded set of threads of its own. It ends when the last of its handles (the connection itself,
/// domains, networks, running event sequences …) is gone, or earlier on `close()`.
public final class Connection: LibvirtCaller {
    /// What the connection has asked of libvirt, and what it still holds.
    public let statistics: CallStatistics
    /// The URI that libvirt connected to, which is libvirt's choice when none was asked for.
    ///
    /// Maps to `virConnectGetURI`.
    public let uri: String

    let options: OpenOptions
    let longWorkConnection = LongWorkConnection()
    let endings: ConnectionEndings
    let eventRegistries = EventRegistries()
    private let openHandleIfAny: Mutex<Handle?>

    init(adopting handle: Handle, uri: String, options: OpenOptions, endings: ConnectionEndings) {
        statistics = handle.calls.statistics
        self.uri = uri
        self.options = options
        self.endings = endings
        openHandleIfAny = Mutex(handle)
    }

    /// The handle of an open connection. Who holds it keeps the connection open.
    func openHandle() throws(LibvirtError) -> Handle {
        guard let handle = openHandleIfAny.withLock({ $0 }) else { throw .closed }
        return handle
    }

    func usableHandle() throws(LibvirtError) -> Handle { try openHandle() }

    /// Throws when the connection was closed by its owner.
    func checkOpen() throws(LibvirtError) {
        _ = try openHandle()
    }

    /// Closes the connection: ends its event sequences, refuses new calls, waits for those that run, and gives up the
    /// connection's own reference. Nothing is waited for once the peer does not answer.
    ///
    /// libvirt hangs up once the domains and other objects that were fetched through the connection are gone as well.
    /// Closing a second time does nothing. Maps to `virConnectClose`.
    public func close() async {
        await longWorkConnection.close()
        await withCheckedContinuation { continuation in
            // The handle must not outlive this closure, or what is waited for cannot come.
            let handle = openHandleIfAny.withLock { handle in
                defer { handle = nil }
                return handle
            }
            endings.end(.client)
            let closing = Closing(continuation)
            guard let handle, handle.calls.peer.add({ _ in closing.end() }) != nil else { return closing.end() }
            handle.whenFreed { closing.end() }
        }
    }
}

/// Who waits for a connection to be closed.
private final class Closing: Sendable {
    private let waiter: Mutex<CheckedContinuation<Void, Never>?>

    init(_ continuation: CheckedContinuation<Void, Never>) { waiter = Mutex(continuation) }

    func end() {
        let continuation = waiter.withLock { waiter in
            defer { waiter = nil }
            return waiter
        }
        continuation?.resume()
    }
}
