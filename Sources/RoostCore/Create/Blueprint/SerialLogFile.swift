#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The file on the host that keeps all that a machine's first serial port says. It is named by the machine's UUID, so that it
/// stays its own when the machine is renamed and another one takes the name.
struct SerialLogFile: Hashable, Sendable {
    let path: String

    init(directory: String, uuid: String) { path = "\(directory)/\(Self.name(uuid))" }

    static func name(_ uuid: String) -> String { "\(uuid)-serial0.log" }

    /// libvirt's own directory of logs, where its log daemon may write and keeps files from growing without bound.
    /// - Returns: nil for the session of a user on another computer, whose home is not known.
    static func directory(isSession: Bool, isLocal: Bool, environment: (String) -> String?) -> String? {
        guard isSession else { return "/var/log/libvirt/qemu" }
        guard isLocal else { return nil }
        if let cache = environment("XDG_CACHE_HOME"), cache.hasPrefix("/") { return "\(cache)/libvirt/qemu/log" }
        guard let home = environment("HOME"), home.hasPrefix("/") else { return nil }
        return "\(home)/.cache/libvirt/qemu/log"
    }
}
