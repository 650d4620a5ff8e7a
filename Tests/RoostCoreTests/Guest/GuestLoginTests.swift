import Subprocess
import Testing

@testable import RoostCore

@Suite struct GuestLoginTests {
    private static let uuid = "6f1c1e4e-7d3b-4a3f-9a55-0d6f8b1c2d3e"
    static let hostile = [
        "", " ", "a b", "-v", "--", "-oProxyCommand=id", "'", "\"", "\\", "$HOME", "$(id)", "`id`", "!!", "*", "~", "#",
        ";",
        "&", "|", "<", "a\nb", "\t", "a=b", "if", "time", "{", "}", "ü", "\u{1b}[31m", "%h", "it's; rm -rf /",
        "'\u{301}; id",
    ]

    @Test func theKeyIsKeptUnderTheMachinesOwnName() {
        let plain = GuestLogin(uuid: Self.uuid).arguments(address: "192.168.122.5", proxyCommand: nil)
        #expect(plain.contains("HostKeyAlias=roost-\(Self.uuid)"))
        #expect(plain.suffix(2) == ["--", "192.168.122.5"])
        #expect(!plain.contains { $0.hasPrefix("ProxyCommand") })
        // Another server of the guest has another key, and the usual one has not, however it is named.
        #expect(GuestLogin(uuid: Self.uuid, port: 2222).keyName == "roost-\(Self.uuid)-2222")
        #expect(GuestLogin(uuid: Self.uuid, port: 22).keyName == "roost-\(Self.uuid)")
    }

    @Test func whatIsChosenIsPassedOn() {
        let login = GuestLogin(
            uuid: Self.uuid, user: "debian", port: 2222, identity: "/my key", wantsTerminal: true, command: ["top"])
        let words = login.arguments(address: "fd00::5", proxyCommand: "ssh -W '[%h]:%p' -- roost")
        #expect(words.contains("ProxyCommand=ssh -W '[%h]:%p' -- roost"))
        let rest = ["-l", "debian", "-p", "2222", "-i", "/my key", "-t", "--", "fd00::5", "top"]
        #expect(Array(words.suffix(rest.count)) == rest)
    }

    @Test func ofAKnownGuestNoOtherKeyIsTaken() {
        var login = GuestLogin(uuid: Self.uuid)
        login.knownKeys = "/run/user/1/roost/x.keys"
        let words = login.arguments(address: "10.0.0.5", proxyCommand: nil)
        for setting in [
            "UserKnownHostsFile=/run/user/1/roost/x.keys", "GlobalKnownHostsFile=/dev/null",
            "StrictHostKeyChecking=yes",
        ] {
            #expect(words.contains(setting))
        }
        #expect(
            !GuestLogin(uuid: Self.uuid).arguments(address: "10.0.0.5", proxyCommand: nil).contains {
                $0.contains("Strict")
            })
    }

    @Test func oneWordIsALineAndSeveralAreWords() {
        #expect(GuestCommand.line([]) == nil)
        #expect(GuestCommand.line(["echo $HOME | wc"]) == "echo $HOME | wc")
        #expect(GuestCommand.line(["echo", "$HOME | wc"]) == "echo '$HOME | wc'")
        #expect(GuestCommand.line(["if", "x"]) == "'if' x")
    }

    /// A real shell reads the line as a guest's would.
    @Test func hostileWordsArriveAsTheyAre() async throws {
        for first in ["printf", "command"] {
            let words = (first == "command" ? ["command", "printf"] : ["printf"]) + ["%s\\n"] + Self.hostile
            let line = try #require(GuestCommand.line(words))
            let result = try await Subprocess.run(
                .name("sh"), arguments: ["-c", line], output: .string(limit: 1 << 16), error: .discarded)
            #expect(result.standardOutput == Self.hostile.map { $0 + "\n" }.joined())
        }
    }

    @Test func aShellsOwnWordsAreNamesOfCommands() async throws {
        for word in ["if", "time", "while", "case", "for", "!", "{", "a=b", "~", "-x", "--"] {
            let line = try #require(GuestCommand.line([word, "x"]))
            let result = try await Subprocess.run(
                .name("bash"), arguments: ["-c", line], output: .discarded, error: .discarded)
            // There is no such command, which only a shell says that took it for one.
            #expect(result.terminationStatus == .exited(127), "\(line)")
        }
    }

    @Test func aUserStandsInFrontOfTheMachine() throws {
        func parts(_ text: String, _ user: String? = nil) throws -> [String?] {
            let target = try GuestTarget(text, user: user)
            return [target.user, target.machine]
        }
        #expect(try parts("web1") == [nil, "web1"])
        #expect(try parts("debian@web1") == ["debian", "web1"])
        #expect(try parts("debian@root@10.0.0.5/web1") == ["debian", "root@10.0.0.5/web1"])
        #expect(try parts("web@1", "debian") == ["debian", "web@1"])
        #expect(try parts("debian@-web") == ["debian", "-web"])
    }

    @Test(arguments: [
        "", "@", "debian@", "@web1", "-oProxyCommand=id@web1", "a b@web1", "a;b@web1", "a\n@web1", "'@web1",
        "$(id)@web1",
        "a/b@web1", "ü@web1", String(repeating: "a", count: 1000) + "@web1",
    ])
    func whatIsNoUserIsRefused(_ text: String) async {
        await expectFailure(.usage) { _ = try GuestTarget(text) }
    }

    @Test func anOptionsUserIsLookedAtToo() async {
        for user in ["", "-v", "a b", "a\0b"] {
            await expectFailure(.usage) { _ = try GuestTarget("web1", user: user) }
        }
    }
}
