import Foundation
import RoostCore
import Testing

/// The command line through the built server: real accounts, real TLS, a real guest.
@Suite(.enabled(if: Lab.isEnabled, Lab.whyDisabled)) struct RemoteTests {
    private static let prompt = "root@roost-test"

    @Test(.labLimit)
    func aMachineIsWorkedWithThroughAServer() async throws {
        try await Lab.run(.guests) { lab in
            try await TestConsole.run { console in
                let settings = "\(console.directory)/settings"
                let person = try await console.person(in: "admin")
                let environment = ["XDG_CONFIG_HOME": settings, "ROOST_SERVER": console.address]
                func roost(_ arguments: String...) async throws -> RunResult {
                    try await Program.roost.run(arguments, environment: environment)
                }
                let stranger = try await roost("list")
                #expect(stranger.failed(.permission) && stranger.errors.contains("roost login"), "\(stranger)")

                try await Self.logIn(person, at: console, environment)
                let book = "\(settings)/roost/servers.yaml"
                let entry = try String(contentsOfFile: book, encoding: .utf8)
                let token = String(try #require(entry.firstMatch(of: /roost_[A-Za-z0-9_-]{20,}/)).output)
                let mode = try FileManager.default.attributesOfItem(atPath: book)
                #expect((mode[.posixPermissions] as? NSNumber)?.intValue == 0o600)
                #expect(try await roost("whoami", "--quiet").output == "\(person)\n")

                let name = try await lab.guest()
                try await console.wait("the server to see \(name)") { try await roost("list", name).succeeded }
                for command in [
                    ["list", name, "--format", "json"], ["list", name], ["show", name, "--format", "json"],
                    ["show", name, "--xml", "--inactive"], ["net", "list", "default", "--format", "yaml"],
                ] {
                    let through = try await Program.roost.run(command, environment: environment)
                    let direct = try await lab.roost(command)
                    // A host without a name is called by its URI, and by a word that can stand in a path.
                    let same = direct.output.replacing(Lab.uri, with: "system")
                    #expect(through.succeeded && through.output == same, "\(command): \(through) \(direct)")
                }
                let direct = try await roost("ssh", name)
                #expect(direct.failed(.usage) && direct.errors.contains("directly"), "\(direct)")

                #expect(try await roost("start", name).succeeded)
                let again = try await roost("start", name)
                #expect(again.failed(.state) && again.errors.contains("running already"), "\(again)")
                try await Self.typeInto(name, environment)
                let picture = "\(console.directory)/screen.png"
                #expect(try await roost("screenshot", name, picture).succeeded)
                #expect(FileManager.default.contents(atPath: picture)?.starts(with: [0x89, 0x50, 0x4e, 0x47]) == true)

                #expect(try await roost("destroy", name).succeeded)
                let unasked = try await roost("delete", name)
                #expect(unasked.failed(.usage), "\(unasked)")
                let deleted = try await roost("delete", name, "--yes")
                #expect(deleted.succeeded && deleted.errors.contains("goes:"), "\(deleted)")
                #expect(!FileManager.default.fileExists(atPath: "\(Lab.imageDirectory)/\(name).qcow2"))

                #expect(try await roost("logout", console.address).succeeded)
                #expect(try await roost("list").failed(.permission))
                #expect(!console.logText.contains(console.password) && !console.logText.contains(token))
            }
        }
    }

    /// As a person does, who is shown the certificate and gives a password that is not shown.
    private static func logIn(_ person: String, at console: TestConsole, _ environment: [String: String]) async throws {
        let terminal = try PseudoTerminal()
        let code = try await terminal.run(
            try .roost, ["login", console.address, "--role", "administrator"], environment: environment
        ) { _ in
            let shown = try await terminal.read(until: "Trust this certificate? [y/N]")
            let certificate = try #require(shown.firstMatch(of: /([0-9A-F]{2}:){31}[0-9A-F]{2}/)).output.0
            #expect(console.logText.contains(certificate))
            terminal.type("y\r")
            try await terminal.read(until: "User name at")
            terminal.type("\(person)\r")
            try await terminal.read(until: "Password of \(person)")
            terminal.type("\(console.password)\r")
            let said = try await terminal.read(until: "Logged in to \(console.address) as \(person), administrator")
            #expect(!said.contains("Geheim"))
        }
        #expect(code == 0)
    }

    private static func typeInto(_ name: String, _ environment: [String: String]) async throws {
        let terminal = try PseudoTerminal()
        let before = terminal.modes
        let code = try await terminal.run(try .roost, ["console", name], environment: environment) { _ in
            try await terminal.read(until: "Connected to \(name); Ctrl-] leaves")
            #expect(terminal.modes.isRaw)
            try await terminal.read(until: prompt)
            terminal.type("echo sum=$((40+2))\r")
            try await terminal.read(until: "sum=42")
            terminal.type("sh -c 'echo now; exec sleep 600'\r")
            try await terminal.read(until: "now\r\n")
            terminal.type("\u{3}")
            try await terminal.read(until: prompt)
            terminal.type("\u{1d}")
        }
        #expect(code == 0)
        #expect(terminal.modes == before)
    }

    @Test(.labLimit)
    func scriptsNeedNoTerminalAndNothingIsAskedOfThem() async throws {
        try await TestConsole.run { console in
            let person = try await console.person(in: "operator")
            let environment = ["XDG_CONFIG_HOME": "\(console.directory)/settings"]
            func roost(_ arguments: [String], _ more: [String: String] = [:]) async throws -> RunResult {
                try await Program.roost.run(arguments, environment: environment.merging(more) { $1 })
            }
            let blind = try await roost(["login", console.address, "--user", person])
            #expect(blind.failed(.usage) && blind.errors.contains("--fingerprint"), "\(blind)")
            let wrong = try await roost([
                "login", console.address, "--user", person, "--fingerprint", String(repeating: "00", count: 32),
            ])
            #expect(wrong.failed(.permission), "\(wrong)")

            let session = try await console.logIn(person).session
            let order = #"{"name":"script","role":"operator"}"#
            let made = try await console.curl("/api/v1/tokens", session, body: order)
            let token = try #require(made.text("secret"))
            let fingerprint = try #require(console.logText.firstMatch(of: /([0-9A-F]{2}:){31}[0-9A-F]{2}/)).output.0
            let known = [
                "ROOST_TOKEN": token, "ROOST_FINGERPRINT": String(fingerprint), "ROOST_SERVER": console.address,
            ]
            let who = try await roost(["whoami", "--format", "json"], known)
            #expect(who.succeeded && who.output.contains(#""role": "operator""#), "\(who)")
            #expect(try await roost(["list", "--quiet"], known).succeeded)
            let other = known.merging(["ROOST_FINGERPRINT": String(repeating: "00", count: 32)]) { $1 }
            #expect(try await roost(["list"], other).failed(.permission))
            let stale = known.merging(["ROOST_TOKEN": "roost_nothing"]) { $1 }
            let refused = try await roost(["list"], stale)
            #expect(refused.failed(.permission) && refused.errors.contains("roost login"), "\(refused)")
            #expect(!FileManager.default.fileExists(atPath: "\(console.directory)/settings/roost/servers.yaml"))
            #expect(!console.logText.contains(console.password) && !console.logText.contains(token))
        }
    }
}
