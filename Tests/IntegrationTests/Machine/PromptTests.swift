import Libvirt
import RoostCore
import Subprocess
import Testing

/// What a person meets at the terminal who deletes or edits.
@Suite(.enabled(if: Lab.isEnabled, Lab.whyDisabled)) struct PromptTests {
    @Test(.labLimit)
    func deleteAsksAndCtrlCOrAnythingButYesChangesNothing() async throws {
        try await Lab.run { lab in
            let disk = try await lab.disk("asked")
            let name = try await lab.machine("asked", disks: [Lab.disk(disk)])
            let terminal = try PseudoTerminal()
            let stopped = try await terminal.run(try .roost, ["delete", name]) { send in
                let shown = try await terminal.read(until: "Delete \(name)? [y/N] ")
                #expect(shown.contains("goes:  \(disk) (disk vda"), "\(shown)")
                try send(.interrupt)
            }
            #expect(stopped == FailureKind.interrupted.exitCode)
            for answer in ["n\n", "\n", "\u{4}"] {
                let terminal = try PseudoTerminal()
                let refused = try await terminal.run(try .roost, ["delete", name]) { _ in
                    try await terminal.read(until: "[y/N] ")
                    terminal.type(answer)
                }
                #expect(refused == FailureKind.interrupted.exitCode)
            }
            #expect(Lab.exists(disk))
            #expect(try await lab.isDefined(name))
            let last = try PseudoTerminal()
            let agreed = try await last.run(try .roost, ["delete", name]) { _ in
                try await last.read(until: "[y/N] ")
                last.type("y\n")
            }
            #expect(agreed == 0)
            #expect(!Lab.exists(disk))
            #expect(try await !lab.isDefined(name))
        }
    }

    @Test(.labLimit)
    func aRefusedTextIsEditedAgain() async throws {
        try await Lab.run { lab in
            let name = try await lab.machine("again", disks: [])
            let domain = try await lab.connection.domain(named: name)
            // Breaks the text the first time and mends it the second.
            let editor = lab.editor(
                """
                if grep -q '<broken>' "$2"; then sed -i 's|<broken>|<title>mended</title>|' "$2"
                else sed -i 's|</name>|</name><broken>|' "$2"; fi
                """)
            let terminal = try PseudoTerminal()
            let code = try await terminal.run(try .roost, ["edit", name], environment: ["VISUAL": editor]) { _ in
                try await terminal.read(until: "What now? (e edit again, g give up) ")
                terminal.type("what?\n")
                try await terminal.read(until: "What now? (e edit again, g give up) ")
                terminal.type("e\n")
                try await terminal.read(until: "Changed the definition of \(name)")
            }
            #expect(code == 0)
            #expect(try await domain.title(impact: .config) == "mended")
        }
    }

    @Test(.labLimit)
    func ctrlCAtTheQuestionKeepsTheText() async throws {
        try await Lab.run { lab in
            let name = try await lab.machine("kept", disks: [])
            let editor = lab.editor("sed -i 's|</domain>||' \"$2\"")
            let terminal = try PseudoTerminal(columns: 300)
            let code = try await terminal.run(try .roost, ["edit", name], environment: ["VISUAL": editor]) { send in
                try await terminal.read(until: "give up) ")
                try send(.interrupt)
            }
            #expect(code == FailureKind.interrupted.exitCode)
            let shown = try await terminal.read(until: ".xml")
            let kept = try #require(lab.keptFile(in: shown), "\(shown)")
            #expect(Lab.exists(kept))
        }
    }

    /// The terminal's Ctrl-C reaches every program on it, and an editor uses it as a key.
    @Test(.labLimit)
    func ctrlCInTheEditorIsTheEditors() async throws {
        try await Lab.run { lab in
            let name = try await lab.machine("keys", disks: [])
            let domain = try await lab.connection.domain(named: name)
            let editor = lab.editor(
                """
                echo 'press return'; read answer
                sed -i "s|</name>|</name><title>$answer</title>|" "$2"
                """)
            let terminal = try PseudoTerminal()
            let code = try await terminal.run(try .roost, ["edit", name], environment: ["VISUAL": editor]) { send in
                try await terminal.read(until: "press return")
                try send(.interrupt)
                try send(.interrupt)
                terminal.type("typed\n")
                try await terminal.read(until: "Changed the definition of \(name)")
            }
            #expect(code == 0)
            #expect(try await domain.title(impact: .config) == "typed")
        }
    }
}
