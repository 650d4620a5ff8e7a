/// How an installation ended.
public enum InstallationEnd: String, Hashable, Sendable, Codable {
    /// The machine is off.
    case off
    /// The guest rebooted into what was installed.
    case rebooted
}
