import RoostCore
import Synchronization

/// Counts open streams, of all and of each person: each holds a connection and a buffer.
final class EventStreams: Sendable {
    struct Limits: Sendable {
        var all = 1000
        var ofOnePerson = 256
    }

    /// One open stream. It is given back when it is left, or when the last who holds it is gone.
    final class Place: Sendable {
        private let streams: EventStreams
        private let user: String
        private let isLeft = Mutex(false)

        fileprivate init(_ streams: EventStreams, _ user: String) {
            self.streams = streams
            self.user = user
        }

        func leave() {
            let isFirst = isLeft.withLock { isLeft in
                defer { isLeft = true }
                return !isLeft
            }
            if isFirst { streams.leave(user) }
        }

        // A request that ends before its body is written never gets to it.
        deinit { leave() }
    }

    private let limits: Limits
    private let open = Mutex<[String: Int]>([:])

    init(_ limits: Limits) { self.limits = limits }

    /// - Throws: ``Problem`` when there are too many.
    func enter(_ user: String) throws(Problem) -> Place {
        let isFree = open.withLock { open in
            guard open.values.reduce(0, +) < limits.all, open[user, default: 0] < limits.ofOnePerson else {
                return false
            }
            open[user, default: 0] += 1
            return true
        }
        guard isFree else {
            throw Problem(
                "too-many", status: 429, "Too many event streams are open", remedy: "Close pages that you do not need.",
                retryAfter: 30)
        }
        return Place(self, user)
    }

    private func leave(_ user: String) {
        open.withLock { open in
            guard let count = open[user] else { return }
            open[user] = count > 1 ? count - 1 : nil
        }
    }
}
