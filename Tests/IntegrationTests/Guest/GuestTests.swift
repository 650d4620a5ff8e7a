import RoostCore
import Testing

/// Guests that are reached from here and through a host's login. One guest boots for all of it, and the far host's sshd lets
/// Roost in once.
@Suite(.enabled(if: Lab.isEnabled, Lab.whyDisabled)) struct GuestTests {
    @Test(.labLimit) func aGuestIsReachedByOneLogin() async throws {
        try await GuestWorld.run { world in
            for host in world.hosts {
                let waited = try await world.sshd.roost(host, "wait", world.name, "--for", "ssh", "--quiet")
                #expect(waited.succeeded && waited.output.hasPrefix("192.168."), "\(waited)")
                try await commandsArrive(world, host)
                try await bytesPass(world, host)
                try await theTerminalIsTheGuests(world, host)
                try await portsAreForwarded(world, host)
                try await whatCannotBeListenedOnIsSaid(world, host)
            }
            let known = world.sshd.text("\(world.sshd.directory)/known_hosts")
            #expect(known.contains("roost-\(world.uuid) ") && !known.contains("192.168."), "\(known)")
            try await screensAreShown(world)
            try await viewersFail(world)
            try await viewersAreStopped(world)
            try await theEndOfTheLoginIsSaid(world)
            #expect(world.sshd.logins == 1)
        }
    }

    private func commandsArrive(_ world: GuestWorld, _ host: String) async throws {
        let name = try await world.ssh(host, "hostname")
        #expect(name.succeeded && name.output == "roost-test\n", "\(name)")
        let line = try await world.ssh(host, "echo $((40 + 2)) | tr 4 5; echo error >&2")
        #expect(line.output == "52\n" && line.errors.contains("error"), "\(line)")
        let code = try await world.ssh(host, "exit", "42")
        #expect(code.code == 42, "\(code)")
        let hostile = [
            "", " ", "a b", "-v", "--", "-oProxyCommand=id", "'", "\"", "\\", "$HOME", "$(id)", "`id`", "*", "~", ";",
            "&",
            "a\nb", "a=b", "if", "ü", "\u{1b}[31m", "%h", "it's; exit 1", "'\u{301}; exit 1",
        ]
        let words = try await world.sshd.roost(
            host, arguments: ["ssh", "-l", "debian", world.name, "--", "printf", "%s\\n"] + hostile)
        #expect(words.succeeded && words.output == hostile.map { $0 + "\n" }.joined(), "\(words)")
        // A line that looks like an option is not ssh's: that would tell its version.
        let option = try await world.ssh(host, "-V")
        #expect(!option.succeeded && !option.errors.contains("OpenSSH"), "\(option)")
    }

    private func bytesPass(_ world: GuestWorld, _ host: String) async throws {
        let bytes = (0..<1_500_000).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 9) }
        #expect(try await world.sentThrough(host, bytes) == bytes)
    }

    private func theTerminalIsTheGuests(_ world: GuestWorld, _ host: String) async throws {
        let terminal = try PseudoTerminal()
        let before = terminal.modes
        let code = try await terminal.run(
            try .roost, ["--host", host, "ssh", "debian@\(world.name)"], environment: world.sshd.environment
        ) { _ in
            terminal.type("sh -c 'echo sum=$((40+2)); exec sleep 600'\r")
            try await terminal.read(until: "sum=42")
            #expect(terminal.modes.isRaw)
            terminal.type("\u{3}")
            try await terminal.read(until: "$ ")
            terminal.type("exit 7\r")
        }
        #expect(code == 7)
        #expect(terminal.modes == before)
    }

    private func portsAreForwarded(_ world: GuestWorld, _ host: String) async throws {
        var ports: [String] = []
        let result = try await world.interrupted(
            ["--host", host, "forward", world.name, "0:22", "127.0.0.1:0:9", "--quiet"]
        ) { output, errors in
            try await world.sshd.wait("the ports") { errors().contains("Ctrl-C ends it") }
            ports = output().split(separator: "\n").map { String($0.drop { $0 != ":" }.dropFirst()) }
            try #require(ports.count == 2, "\(output())")
            for _ in 1...3 { #expect(try await world.greeting(port: ports[0])?.hasPrefix("SSH-2.0-") == true) }
            for _ in 1...3 { #expect(try await world.greeting(port: ports[1]) ?? "" == "") }
            try await world.sshd.wait("the refusal") { errors().contains("Nobody answers") }
        }
        #expect(result.code == 0, "\(result)")
        let said = result.errors.split(separator: "\n").filter {
            $0.contains("Nobody answers at port 9 of \(world.name)")
        }
        #expect(said.count == 1 && said[0].contains("Connection refused"), "\(result)")
        for port in ports { #expect(try await world.greeting(port: port) == nil) }
        #expect(try world.tunnels().isEmpty)
    }

    private func whatCannotBeListenedOnIsSaid(_ world: GuestWorld, _ host: String) async throws {
        let taken = try await world.sshd.roost(
            host, arguments: ["forward", world.name, "0:22", "\(world.sshd.port):22"])
        #expect(taken.failed(.exists), "\(taken)")
        #expect(taken.errors.contains("another program uses the port"), "\(taken)")
        #expect(try world.tunnels().isEmpty)
        let foreign = try await world.sshd.roost(host, arguments: ["forward", world.name, "203.0.113.9:0:22"])
        #expect(foreign.failed(.usage), "\(foreign)")
        #expect(foreign.errors.contains("warning: Other computers that reach 203.0.113.9"), "\(foreign)")
    }

    /// What stands in for a viewer really speaks to QEMU's VNC server.
    private static let greetServer = """
        exec 3<>/dev/tcp/127.0.0.1/$port
        IFS= read -r -u 3 greeting
        printf '%s\\n' "$greeting" >&3
        printf '%s %s %s' "$port" "$greeting" "$(head -c 1 <&3 | od -An -tu1)" >"$(dirname "$0")/seen"
        """

    private func seen(_ world: GuestWorld) throws -> [Substring] {
        world.sshd.text("\(world.sshd.directory)/viewers/seen").split(separator: " ")
    }

    private func screensAreShown(_ world: GuestWorld) async throws {
        let plain = try world.viewer("plain", "port=${1#vnc://127.0.0.1:}\n\(Self.greetServer)")
        // The password is in the file, and nowhere else; the viewer leaves the file to be removed.
        let filed = try world.viewer(
            "remote-viewer",
            """
            port=$(sed -n 's/^port=//p' "$1")
            grep -q '^host=127.0.0.1$' "$1"
            grep -q '^password=secret12$' "$1"
            echo "$1" >"$0.file"
            \(Self.greetServer)
            """)
        for viewer in [plain, filed] {
            let shown = try await world.sshd.roost(
                world.far, "view", world.name, environment: ["DISPLAY": ":9", "ROOST_VIEWER": viewer])
            #expect(shown.succeeded, "\(shown)")
            let seen = try seen(world)
            try #require(seen.count >= 4, "\(seen)")
            // One kind of authentication is offered, after the version was agreed on.
            #expect(seen[1] == "RFB" && seen[2].hasPrefix("003.00") && seen[3] == "1", "\(seen)")
            #expect(try await world.greeting(port: String(seen[0])) == nil)
            #expect(try world.tunnels().isEmpty)
        }
        let file = world.sshd.text("\(filed).file").dropLast()
        #expect(!file.isEmpty && !Lab.exists(String(file)))
        let told = try await world.sshd.roost(world.far, "view", "--print", world.name)
        #expect(told.output.contains("roost view --host"), "\(told)")
        #expect(told.output.contains("-p \(world.sshd.port) 127.0.0.1"), "\(told)")
    }

    private func viewersFail(_ world: GuestWorld) async throws {
        let failing = try world.viewer("failing", "echo no display >&2; exit 3")
        let result = try await world.sshd.roost(
            world.far, "view", world.name, environment: ["DISPLAY": ":9", "ROOST_VIEWER": failing])
        #expect(result.failed(.general), "\(result)")
        #expect(
            result.errors.contains("failing ended with code 3") && result.errors.contains("no display"), "\(result)")
        let broken = try world.viewer("broken", "")
        try await world.sshd.succeed("sed", "-i", "1s|.*|#!/no/such/program|", broken)
        let unstarted = try await world.sshd.roost(
            world.far, "view", world.name, environment: ["DISPLAY": ":9", "ROOST_VIEWER": broken])
        #expect(unstarted.failed(.general) && unstarted.errors.contains("Cannot start"), "\(unstarted)")
        #expect(try world.tunnels().isEmpty)
    }

    private func viewersAreStopped(_ world: GuestWorld) async throws {
        let waiting = try world.viewer(
            "waiting", "port=${1#vnc://127.0.0.1:}\n\(Self.greetServer)\necho $$ >\"$0.pid\"; exec sleep 600")
        let result = try await world.interrupted(
            ["--host", world.far, "view", world.name], environment: ["DISPLAY": ":9", "ROOST_VIEWER": waiting]
        ) { _, _ in
            try await world.sshd.wait("the viewer") { !world.sshd.text("\(waiting).pid").isEmpty }
        }
        #expect(result.code == 0, "\(result)")
        let id = world.sshd.text("\(waiting).pid").dropLast()
        #expect(!Lab.exists("/proc/\(id)"))
        #expect(try await world.greeting(port: String(try seen(world)[0])) == nil)
        #expect(try world.tunnels().isEmpty)
    }

    private func theEndOfTheLoginIsSaid(_ world: GuestWorld) async throws {
        let result = try await world.interrupted(["--host", world.far, "forward", world.name, "0:22"]) { _, errors in
            try await world.sshd.wait("the ports") { errors().contains("Ctrl-C ends it") }
            try await world.sshd.login(world.far).disconnect()
            try await world.sshd.wait("the news") { errors().contains("has ended") }
        }
        #expect(result.failed(.unreachable), "\(result)")
    }
}
