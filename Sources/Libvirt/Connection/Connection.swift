internal import CLibvirt
import Synchronization

/// A connection to one hypervisor.
///
/// Its calls run on a bounded set of threads of its own. It ends when the last of its handles (the connection itself,
/// domains, networks, running event sequences …) is gone, or earlier on `close()`.
public final class Connection: Sendable {
    /// What the connection has asked of libvirt, and what it still holds.
    public let statistics: CallStatistics
    /// The URI that libvirt connected to, which is libvirt's choice when none was asked for.
    ///
    /// Maps to `virConnectGetURI`.
    public let uri: String

    let options: OpenOptions
    let longWorkConnection = LongWorkConnection()
    private let state: Mutex<State>

    private struct State {
        var handle: Handle?
        var endings: [UInt64: @Sendable () -> Void] = [:]
        var lastEnding: UInt64 = 0
    }

    init(adopting handle: Handle, uri: String, options: OpenOptions) {
        statistics = handle.calls.statistics
        self.uri = uri
        self.options = options
        state = Mutex(State(handle: handle))
    }

    /// Runs `body` with the connection's pointer on one of its blocking threads.
    ///
    /// - Parameter name: the C function that `body` calls, for the statistics.
    @safe func blocking<Value: Sendable>(
        _ name: String, _ body: @escaping @Sendable (OpaquePointer) throws(LibvirtError) -> Value
    ) async throws(LibvirtError) -> Value {
        let handle = try openHandle()
        return try await handle.calls.blocking(name) { () throws(LibvirtError) in
            unsafe try body(handle.pointer)
        }
    }

    /// Makes a call that answers with a number, which is negative when it failed.
    @discardableResult
    @safe func call(_ name: String, _ body: @escaping @Sendable (OpaquePointer) -> Int32) async throws(LibvirtError)
        -> Int32
    {
        try await blocking(name) { pointer throws(LibvirtError) in unsafe try check(body(pointer)) }
    }

    /// Makes a call that answers with a string, which is nil when it failed and the caller's to free otherwise.
    @safe func callForString(
        _ name: String, _ body: @escaping @Sendable (OpaquePointer) -> UnsafeMutablePointer<CChar>?
    ) async throws(LibvirtError) -> String {
        try await blocking(name) { pointer throws(LibvirtError) in unsafe try takeString(body(pointer)) }
    }

    /// The handle of an open connection. Who holds it keeps the connection open.
    func openHandle() throws(LibvirtError) -> Handle {
        guard let handle = state.withLock({ $0.handle }) else { throw .closed }
        return handle
    }

    /// Throws when the connection was closed by its owner.
    func checkOpen() throws(LibvirtError) {
        _ = try openHandle()
    }

    /// Closes the connection: ends its event sequences, refuses new calls, waits for those that run, and gives up the
    /// connection's own reference.
    ///
    /// libvirt hangs up once the domains and other objects that were fetched through the connection are gone as well.
    /// Closing a second time does nothing. Maps to `virConnectClose`.
    public func close() async {
        await longWorkConnection.close()
        await withCheckedContinuation { continuation in
            // The handle must not outlive this closure, or what is waited for cannot come.
            let (handle, endings) = state.withLock { state in
                defer {
                    state.handle = nil
                    state.endings = [:]
                }
                return (state.handle, Array(state.endings.values))
            }
            for end in endings { end() }
            guard let handle else { return continuation.resume() }
            handle.whenFreed { continuation.resume() }
        }
    }

    /// Registers what has to end when the connection is closed; returns nil when it already is.
    func onClose(_ end: @escaping @Sendable () -> Void) -> UInt64? {
        state.withLock { state in
            guard state.handle != nil else { return nil }
            state.lastEnding += 1
            state.endings[state.lastEnding] = end
            return state.lastEnding
        }
    }

    /// Forgets what `onClose` registered.
    func forget(_ ending: UInt64) {
        state.withLock { state in _ = state.endings.removeValue(forKey: ending) }
    }
}
