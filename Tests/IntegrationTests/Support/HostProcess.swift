#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A process of a host, seen from outside.
struct HostProcess: Hashable, Sendable, CustomStringConvertible {
    /// As this computer numbers it, not the host.
    let id: Int32
    /// Its arguments with spaces between; empty for one that has ended.
    let command: String

    init(id: Int32) {
        self.id = id
        let bytes = FileManager.default.contents(atPath: "/proc/\(id)/cmdline") ?? Data()
        command = bytes.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
    }

    var description: String { "\(id) \(command)" }
}
