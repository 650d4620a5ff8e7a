import FoundationEssentials

/// Where libosinfo's three databases are; the later ones add to the earlier and override them.
struct DatabaseLocation: Sendable {
    let system: String
    let local: String
    let user: String?

    /// The places that libosinfo itself uses, its environment variables among them.
    init(environment: [String: String]) {
        system = environment["OSINFO_SYSTEM_DIR"] ?? "/usr/share/osinfo"
        local = environment["OSINFO_LOCAL_DIR"] ?? "/etc/osinfo"
        user =
            environment["OSINFO_USER_DIR"] ?? environment["XDG_CONFIG_HOME"].map { $0 + "/osinfo" }
            ?? environment["HOME"].map { $0 + "/.config/osinfo" }
    }

    var isInstalled: Bool { FileManager.default.fileExists(atPath: system + "/os") }

    /// Only then is the system's directory the whole database.
    var hasOverrides: Bool {
        [local, user].compactMap(\.self).contains { FileManager.default.fileExists(atPath: $0) }
    }
}
