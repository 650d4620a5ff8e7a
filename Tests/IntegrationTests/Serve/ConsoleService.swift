import Testing

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The built program on a booted host of the lab, with its unit and PAM service as it prints them.
struct ConsoleService: Sendable {
    let host: LabHost

    private static let folder = "/var/lib/libvirt/images/t-program"
    private static let unit = "/run/systemd/system/roost.service"
    private static let url = "https://127.0.0.1:9090"
    private static let password = "secret-of-root"
    private static let environment = "LD_LIBRARY_PATH=\(folder)"
    private static let program = "\(environment) \(folder)/roost"

    /// What a person would do as root, and the programs and libraries of Swift brought where the host sees them.
    func install() async throws {
        let outside = "\(host.images)/t-program"
        let roost = try Program.roostPath
        let copied = try await Program.named("bash").run([
            "-c",
            """
            set -e; mkdir -p "$0"; cp "$1" "$0"/roost
            ldd "$1" | awk '$3 ~ /[/]swift[/]/ { print $3 }' | while read -r file; do cp "$file" "$0"; done
            """, outside, roost,
        ])
        guard copied.succeeded else { throw LabError(what: "\(copied)") }
        try await host.succeeding(
            "bash", "-c",
            """
            set -e; umask 022
            echo 'root:\(Self.password)' | chpasswd
            \(Self.program) serve --print-pam >/etc/pam.d/roost
            mkdir -p \(Self.unit).d; \(Self.program) serve --print-unit >\(Self.unit)
            printf '[Service]\\nEnvironment=\(Self.environment)\\n' >\(Self.unit).d/lab.conf
            systemctl daemon-reload
            """)
    }

    func remove() async throws {
        _ = try await host.run("systemctl", "stop", "roost")
        try await host.succeeding("rm", "-rf", Self.folder, Self.unit, "\(Self.unit).d")
    }

    func start() async throws {
        try await host.succeeding("systemctl", "start", "roost")
        try await wait("the server") {
            try await host.run("curl", "-sfk", "-o", "/dev/null", "\(Self.url)/healthz").succeeded
        }
    }

    /// The check as root makes it, in JSON.
    var check: String { "\(Self.program) host check --format json; true" }

    var log: String {
        get async throws { try await host.succeeding("journalctl", "-u", "roost", "-o", "cat", "--no-pager") }
    }

    /// The address that it listens on.
    var listening: String {
        get async throws {
            try await host.succeeding("sh", "-c", "ss -Hltn 'sport = :9090' | awk '{ print $4 }'")
                .split(whereSeparator: \.isWhitespace).joined(separator: "\n")
        }
    }

    func logIn() async throws {
        _ = try await ask(
            "-d", "{\"user\":\"root\",\"password\":\"\(Self.password)\"}", "\(Self.url)/api/v1/session")
        try await host.succeeding(
            "sh", "-c",
            """
            curl -sfk -b /run/t-jar \(Self.url)/api/v1/session | sed 's/.*"csrf":"\\([^"]*\\)".*/X-Roost-CSRF: \\1/' >/run/t-header
            """)
        _ = try await ask("-d", "{\"password\":\"\(Self.password)\"}", "\(Self.url)/api/v1/session/elevation")
    }

    func get(_ path: String) async throws -> String { try await ask("\(Self.url)/api/v1\(path)") }

    /// Nobody confirms it, so that it goes after 15 seconds.
    func makeBridge() async throws -> String {
        let order = #"{"bridge":"t-svc","nic":"eth0","timeout":15}"#
        let place = "\(Self.url)/api/v1/hosts/system/bridges"
        let plan = try await ask("-i", "-d", order, "\(place)/plan")
        let tag = try #require(plan.firstMatch(of: /(?i)\r\netag: (\S+)/), "\(plan)").1
        return try await ask("-H", "If-Match: \(tag)", "-d", order, place)
    }

    private func ask(_ arguments: String...) async throws -> String {
        let script =
            "touch /run/t-header; exec curl -sk --fail-with-body -b /run/t-jar -c /run/t-jar -H 'Origin: \(Self.url)' "
            + "-H 'Content-Type: application/json' -H @/run/t-header \"$@\""
        let result = try await host.run(["bash", "-c", script, "bash"] + arguments)
        guard result.succeeded else { throw LabError(what: "\(arguments): \(result)") }
        return result.output
    }

    func wait(_ what: String, until condition: () async throws -> Bool) async throws {
        for _ in 0..<120 {
            if try await condition() { return }
            try await Task.sleep(for: .milliseconds(250))
        }
        throw LabError(what: "\(what) did not come")
    }
}
