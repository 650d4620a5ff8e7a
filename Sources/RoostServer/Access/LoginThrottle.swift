import Synchronization

/// How often somebody may try a password: by name and by address, with a pause that doubles with every wrong one. Its memory
/// is bounded, whatever names and addresses strangers make up.
final class LoginThrottle: Sendable {
    struct Limits: Hashable, Sendable {
        /// Wrong passwords before the first pause.
        var freeForName = 5
        /// Several people may share an address.
        var freeForAddress = 20
        /// The longest pause. Who knows a name can make its owner wait, so it is short.
        var longestPause = Duration.seconds(60)
        /// After so long without a try, one wrong password is forgotten.
        var forgetting = Duration.seconds(60)
        /// How many names and addresses are remembered.
        var remembered = 10_000
    }

    private struct Tries {
        var count = 0
        var last: ContinuousClock.Instant
    }

    private enum Key: Hashable {
        case name(String)
        case address(String)
    }

    private let limits: Limits
    private let now: @Sendable () -> ContinuousClock.Instant
    private let tries = Mutex<[Key: Tries]>([:])

    init(limits: Limits = Limits(), now: @escaping @Sendable () -> ContinuousClock.Instant = { .now }) {
        self.limits = limits
        self.now = now
    }

    /// How many names and addresses are remembered now.
    var rememberedCount: Int { tries.withLock { $0.count } }

    /// Asks for a try, and counts it as wrong until ``succeeded(user:address:)`` says otherwise: tries at the same time see
    /// each other.
    /// - Throws: ``Problem`` with status 429 and the pause.
    func begin(user: String, address: String) throws(Problem) {
        let time = now()
        let keys = [
            (Key.name(user.lowercased()), limits.freeForName), (.address(Self.network(address)), limits.freeForAddress),
        ]
        let pause = tries.withLock { tries -> Duration in
            let pause = keys.map { self.pause(tries[$0], free: $1, time) }.max() ?? .zero
            guard pause <= .zero else { return pause }
            for (key, _) in keys {
                let count = tries[key].map { self.remaining($0, time) } ?? 0
                tries[key] = Tries(count: count + 1, last: time)
            }
            if tries.count > limits.remembered { tries = self.pruned(tries, time) }
            return .zero
        }
        guard pause > .zero else { return }
        let seconds = Int(pause.components.seconds) + 1
        throw Problem(
            "too-many-tries", status: 429, "Too many tries", remedy: "Try again in \(seconds) seconds.",
            retryAfter: seconds)
    }

    /// The password was right: the name has a clean sheet. The address keeps what others have on it.
    func succeeded(user: String, address: String) {
        let key = Key.address(Self.network(address))
        tries.withLock { tries in
            tries[.name(user.lowercased())] = nil
            if let count = tries[key]?.count { tries[key]?.count = max(0, count - 1) }
        }
    }

    /// The try was none: nobody could be asked.
    func withdraw(user: String, address: String) {
        tries.withLock { tries in
            for key in [Key.name(user.lowercased()), .address(Self.network(address))] {
                if let count = tries[key]?.count { tries[key]?.count = max(0, count - 1) }
            }
        }
    }

    private func pause(_ tries: Tries?, free: Int, _ time: ContinuousClock.Instant) -> Duration {
        guard let tries else { return .zero }
        let surplus = remaining(tries, time) - free
        guard surplus >= 0 else { return .zero }
        let pause = min(.seconds(4 << min(surplus, 20)), limits.longestPause)
        return tries.last + pause - time
    }

    private func remaining(_ tries: Tries, _ time: ContinuousClock.Instant) -> Int {
        let forgotten = (time - tries.last) / limits.forgetting
        return max(0, tries.count - Int(min(forgotten, 1_000_000)))
    }

    /// Drops what is forgotten anyway, then the fewest tries, the oldest of them first, down to three quarters: a flood of
    /// made-up names must not wash away the one that is attacked.
    private func pruned(_ tries: [Key: Tries], _ time: ContinuousClock.Instant) -> [Key: Tries] {
        let alive = tries.filter { remaining($0.value, time) > 0 }
        guard alive.count > limits.remembered * 3 / 4 else { return alive }
        let kept = alive.sorted {
            ($0.value.count, $0.value.last) > ($1.value.count, $1.value.last)
        }.prefix(limits.remembered * 3 / 4)
        return Dictionary(uniqueKeysWithValues: kept.map { ($0.key, $0.value) })
    }

    /// One person has a whole /64 of IPv6 addresses.
    private static func network(_ address: String) -> String {
        guard let bytes = IPBytes(address)?.bytes, bytes.count == 16 else { return address }
        return bytes.prefix(8).map { String($0, radix: 16) }.joined(separator: ":")
    }
}
