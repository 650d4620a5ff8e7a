import Glibc

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The process that opened a pool for a moment, as the pool's name tells: `roost-BOOT-SPACE-PROCESS-START-RANDOM`.
///
/// A process that is killed leaves its pool behind. The first two words are this computer since it started and the space in
/// which its processes are counted, so that nobody takes a process of another computer or container for one that is gone.
struct PoolOwner: Hashable, Sendable {
    private let boot: String
    private let space: String
    private let process: Int32
    /// When it started, in the kernel's ticks: numbers of processes are given again.
    private let start: UInt64

    /// This process; nil where the kernel does not tell.
    static let current: PoolOwner? = {
        guard let boot = text("/proc/sys/kernel/random/boot_id")?.prefix(8),
            let space = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/ns/pid"),
            let start = start(of: getpid())
        else { return nil }
        return PoolOwner(boot: String(boot), space: space.filter(\.isNumber), process: getpid(), start: start)
    }()

    private init(boot: String, space: String, process: Int32, start: UInt64) {
        (self.boot, self.space, self.process, self.start) = (boot, space, process, start)
    }

    /// - Returns: nil for a pool that is none of these.
    init?(ofPool name: String) {
        guard let parts = name.wholeMatch(of: /roost-([0-9a-f]{8})-([0-9]+)-([0-9]+)-([0-9]+)-[0-9a-f]{8}/)?.output,
            let process = Int32(parts.3), let start = UInt64(parts.4)
        else { return nil }
        self.init(boot: String(parts.1), space: String(parts.2), process: process, start: start)
    }

    /// A name for a new pool of its.
    var poolName: String {
        "roost-\(boot)-\(space)-\(process)-\(start)-\(UUID().uuidString.prefix(8).lowercased())"
    }

    /// Whether it has certainly ended.
    var isGone: Bool {
        guard let here = Self.current, boot == here.boot, space == here.space else { return false }
        return Self.start(of: process) != start
    }

    /// The 22nd word; the second is a name in brackets, in which anything may stand.
    private static func start(of process: Int32) -> UInt64? {
        guard let text = text("/proc/\(process)/stat"), let end = text.lastIndex(of: ")") else { return nil }
        let words = text[text.index(after: end)...].split(separator: " ")
        return words.count > 19 ? UInt64(words[19]) : nil
    }

    private static func text(_ path: String) -> String? {
        // There is none of a process that is gone.
        FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) }
    }
}
