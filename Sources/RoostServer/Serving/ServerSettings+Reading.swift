import Configuration
import Foundation
import Glibc
public import RoostCore

extension ServerSettings {
    /// Reads the settings: options come before the environment (`ROOST_SERVE_…`), and that before the file.
    /// - Parameters:
    ///   - options: by the same names as in the file, `web-root` for instance.
    ///   - file: YAML; nil for none.
    /// - Throws: ``Failure`` of kind usage for what is unknown, misspelt or does not go together.
    public init(
        options: [String: String], environment: [String: String], file: String?
    ) async throws(Failure) {
        let reading = try await SettingsReading(options: options, environment: environment, file: file)
        self.init(stateDirectory: try reading.text("state-dir") ?? Self.standardStateDirectory(environment))
        if let text = try reading.text("listen") { listen = try ListenAddress(text) }
        transport = try Self.transport(reading)
        if transport == .plain {
            if try reading.text("listen") == nil { listen.host = "127.0.0.1" }
            guard listen.isLoopback else {
                throw Failure(
                    .usage, "Plain HTTP is for this computer only",
                    why: "Passwords would cross the network for everybody to read.",
                    remedy: "Leave out --http, or listen on 127.0.0.1.")
            }
        }
        webRoot = try reading.text("web-root")
        pamService = try reading.text("pam-service") ?? pamService
        roles.administrators = try reading.texts("administrators") ?? roles.administrators
        roles.operators = try reading.texts("operators") ?? roles.operators
        roles.viewers = try reading.texts("viewers") ?? roles.viewers
        origins = try Set((reading.texts("origins") ?? []).map(Self.origin))
        hosts = try (reading.texts("hosts") ?? []).sorted()
        idle = try reading.number("idle-minutes", 1...1440).map { TimeInterval($0) * 60 } ?? idle
        auditKeeping = try reading.number("audit-days", 1...3650).map { TimeInterval($0) * 86_400 } ?? auditKeeping
        historyKeeping = try reading.number("history-days", 0...365).map { TimeInterval($0) * 86_400 } ?? historyKeeping
        metricsAreOpenNearby = try reading.flag("local-metrics") ?? metricsAreOpenNearby
        connections = try reading.number("connections", 16...65_536) ?? connections
        connectionsPerAddress = try reading.number("connections-per-address", 8...65_536) ?? connectionsPerAddress
    }

    /// Every name that a setting has.
    static let names: Set<String> = [
        "state-dir", "listen", "http", "certificate", "key", "web-root", "pam-service", "administrators", "operators",
        "viewers", "origins", "hosts", "idle-minutes", "audit-days", "history-days", "local-metrics",
        "connections", "connections-per-address",
    ]

    /// Those that are true or false.
    static let flags: Set<String> = ["http", "local-metrics"]

    private static func transport(_ reading: SettingsReading) throws(Failure) -> Transport {
        let files = (try reading.text("certificate"), try reading.text("key"))
        let isPlain = try reading.flag("http") ?? false
        switch files {
        case (nil, nil): return isPlain ? .plain : .selfMade
        case (let certificate?, let key?):
            guard !isPlain else { throw Failure(.usage, "--http and --certificate exclude each other") }
            return .files(certificate: certificate, key: key)
        default: throw Failure(.usage, "--certificate and --key belong together")
        }
    }

    private static func origin(_ text: String) throws(Failure) -> String {
        let origin = text.lowercased()
        guard let address = URL(string: origin), let scheme = address.scheme, ["http", "https"].contains(scheme),
            let host = address.host(), !host.isEmpty, address.path().isEmpty, address.query() == nil,
            address.user() == nil
        else {
            throw Failure(.usage, "'\(text)' is no origin", remedy: "Write it as https://console.example:8443.")
        }
        return origin
    }

    /// What systemd gives, else the system's place for root and the person's own for others.
    private static func standardStateDirectory(_ environment: [String: String]) -> String {
        if let given = environment["STATE_DIRECTORY"]?.split(separator: ":").first { return String(given) }
        if geteuid() == 0 { return "/var/lib/roost" }
        let home = environment["HOME"] ?? NSHomeDirectory()
        let state = environment["XDG_STATE_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil } ?? home + "/.local/state"
        return state + "/roost"
    }
}
