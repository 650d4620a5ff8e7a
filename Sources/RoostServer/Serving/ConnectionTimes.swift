import NIOCore
import Synchronization

/// When each open connection began: a request over a new one shows that the server can be reached anew.
final class ConnectionTimes: Sendable {
    private let times = Mutex<[SocketAddress: ContinuousClock.Instant]>([:])

    func open(_ address: SocketAddress) { times.withLock { $0[address] = .now } }

    func close(_ address: SocketAddress) { times.withLock { $0[address] = nil } }

    /// Whether the connection stood before that moment. One that is not known did not.
    func stood(_ address: SocketAddress?, before moment: ContinuousClock.Instant) -> Bool {
        guard let address else { return false }
        return times.withLock { $0[address] }.map { $0 < moment } ?? false
    }
}
