import Libvirt
import RoostCore
import Subprocess
import Testing

@Suite(.enabled(if: Lab.isEnabled, Lab.whyDisabled)) struct ConsoleTests {
    private static let prompt = "root@roost-test"

    @Test(.labLimit)
    func aConsoleIsTypedIntoAndSurvivesAReboot() async throws {
        try await Lab.run(.guests) { lab in
            let name = try await lab.guest()
            let started = try await lab.roost("start", name)
            try #require(started.succeeded, "\(started)")
            let terminal = try PseudoTerminal()
            let before = terminal.modes
            let code = try await terminal.run(try .roost, ["console", name]) { _ in
                try await terminal.read(until: "Connected to \(name); Ctrl-] leaves")
                #expect(terminal.modes.isRaw)
                try await terminal.read(until: Self.prompt)
                terminal.type("echo sum=$((40+2))\r")
                try await terminal.read(until: "sum=42")
                // Ctrl-C goes to the guest. The word comes from the program that it ends, not from the shell before.
                terminal.type("sh -c 'echo now; exec sleep 600'\r")
                try await terminal.read(until: "now\r\n")
                terminal.type("\u{3}")
                try await terminal.read(until: Self.prompt)
                terminal.type("echo interrupted=$?\r")
                try await terminal.read(until: "interrupted=130")
                try await lab.succeeding("reboot", name)
                try await terminal.read(until: "Restarting system")
                try await terminal.read(until: Self.prompt)
                terminal.type("echo again=$((50+5))\r")
                try await terminal.read(until: "again=55")
                terminal.type("\u{1d}")
            }
            #expect(code == 0)
            #expect(terminal.modes == before)
        }
    }

    @Test(.labLimit)
    func aConsoleComesBackWhenTheMachineIsStartedAnew() async throws {
        try await Lab.run { lab in
            let name = try await lab.bareMachine()
            let domain = try await lab.connection.domain(named: name)
            try await domain.create()
            let terminal = try PseudoTerminal()
            let code = try await terminal.run(try .roost, ["console", "--escape", "^a.", name]) { _ in
                for _ in 1...2 {
                    try await terminal.read(until: "Connected to \(name)")
                    try await domain.destroy()
                    try await terminal.read(until: "\(name) is off; waiting for it to start again, Ctrl-A . leaves")
                    try await domain.create()
                }
                try await terminal.read(until: "Connected to \(name)")
                terminal.type("\u{1}.")
            }
            #expect(code == 0)
        }
    }

    @Test(.labLimit, arguments: [Int32(15), 1, 11, 6])
    func theTerminalIsPutBackHoweverRoostEnds(_ signal: Int32) async throws {
        try await Lab.run { lab in
            let name = try await lab.bareMachine()
            try await lab.connection.domain(named: name).create()
            let terminal = try PseudoTerminal()
            let before = terminal.modes
            let code = try await terminal.run(try .roost, ["console", name]) { send in
                try await terminal.read(until: "Connected to")
                #expect(terminal.modes.isRaw)
                try send(Signal(rawValue: signal))
            }
            #expect(code == (signal == 15 || signal == 1 ? FailureKind.interrupted.exitCode : 128 + signal))
            #expect(terminal.modes == before)
            // Bracketed paste and the mouse are off, the cursor is shown.
            let last = try await terminal.read(until: "\u{1b}[?25h")
            #expect(last.contains("\u{1b}[?2004l") && last.contains("\u{1b}[?1000l"))
        }
    }

    @Test(.labLimit)
    func whatForbidsAConsoleIsSaid() async throws {
        try await Lab.run { lab in
            let name = try await lab.bareMachine()
            let off = try await lab.roost("console", name)
            #expect(off.failed(.state), "\(off)")
            #expect(off.errors.contains("\(name) is off") && off.errors.contains("roost start \(name)"), "\(off)")
            try await lab.connection.domain(named: name).create()
            let terminal = try PseudoTerminal()
            let code = try await terminal.run(try .roost, ["console", name]) { _ in
                try await terminal.read(until: "Connected to")
                let busy = try await lab.roost("console", name)
                #expect(busy.failed(.state), "\(busy)")
                #expect(busy.errors.contains("--force takes it over"), "\(busy)")
                let forced = try await lab.roost("console", "--force", "--idle", "4", name)
                #expect(forced.succeeded, "\(forced)")
                try await terminal.read(until: "somebody else has taken it over")
            }
            #expect(code == FailureKind.state.exitCode)
        }
    }
}
