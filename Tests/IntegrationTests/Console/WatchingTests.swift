import Libvirt
import RoostCore
import Subprocess
import Testing

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

@Suite(.enabled(if: Lab.isEnabled, Lab.whyDisabled)) struct WatchingTests {
    @Test(.labLimit)
    func aScreenshotIsAPNGOfTheScreen() async throws {
        try await Lab.run { lab in
            let name = try await lab.guest()
            try await lab.connection.domain(named: name).create()
            let file = FileManager.default.temporaryDirectory.appending(path: "\(name).png")
            lab.atEnd("the picture \(file.path)") { try? FileManager.default.removeItem(at: file) }
            let taken = try await lab.roost("screenshot", name, file.path)
            try #require(taken.succeeded, "\(taken)")
            #expect(taken.output == file.path + "\n")
            let picture = try ScreenPicture([UInt8](Data(contentsOf: file)))
            #expect(taken.errors.contains("\(picture.width) × \(picture.height) pixels"), "\(taken)")
            // A firmware's screen, in text or graphics.
            #expect(picture.width >= 640 && picture.height >= 400)
            let again = try await lab.roost("screenshot", name, file.path)
            #expect(again.failed(.exists), "\(again)")
            let forced = try await lab.roost("screenshot", "--force", name, file.path)
            #expect(forced.succeeded, "\(forced)")
        }
    }

    @Test(.labLimit)
    func viewSaysHowTheScreenIsReachedAndKeepsThePassword() async throws {
        try await Lab.run { lab in
            let name = try await lab.guest()
            let off = try await lab.roost("view", "--print", name)
            #expect(off.failed(.state), "\(off)")
            try await lab.connection.domain(named: name).create()
            for format in ["table", "json", "yaml"] {
                let shown = try await lab.roost("view", "--print", "--format", format, name)
                #expect(shown.succeeded && shown.output.contains("127.0.0.1"), "\(shown)")
                #expect(!shown.output.contains("secret12"), "\(shown)")
            }
            let table = try await lab.roost("view", "--print", name)
            #expect(table.output.contains("ssh -N -L 59"), "\(table)")
        }
    }

    @Test(.labLimit)
    func eventsTellOfAStartAndAStop() async throws {
        try await Lab.run { lab in
            let name = try await lab.bareMachine()
            let domain = try await lab.connection.domain(named: name)
            let terminal = try PseudoTerminal(columns: 200)
            // QEMU's own words for the two are resumed, started, shutdown and stopped.
            let code = try await terminal.run(
                try .roost, ["events", "--machine", lab.prefix + "*", "--count", "4", "--format", "json"]
            ) { _ in
                try await terminal.read(until: "Waiting for events")
                try await domain.create()
                let begun = try await terminal.read(until: #""event":"started","detail":"booted"}"#)
                #expect(begun.contains(#""subject":"machine","name":"\#(name)""#), "\(begun)")
                try await domain.destroy()
                try await terminal.read(until: #""event":"stopped","detail":"destroyed"}"#)
            }
            #expect(code == 0)
        }
    }

    @Test(.labLimit)
    func followingEndsWithSuccessOnCtrlC() async throws {
        try await Lab.run { lab in
            let name = try await lab.bareMachine()
            try await lab.connection.domain(named: name).create()
            for arguments in [["events"], ["top", "--interval", "0.2"]] {
                let terminal = try PseudoTerminal()
                let before = terminal.modes
                let code = try await terminal.run(try .roost, arguments) { send in
                    try await terminal.read(until: arguments == ["events"] ? "Waiting for events" : name)
                    try send(.interrupt)
                }
                #expect(code == 0)
                #expect(terminal.modes == before)
            }
        }
    }

    @Test(.labLimit)
    func topListsAMachine() async throws {
        try await Lab.run { lab in
            let name = try await lab.bareMachine()
            try await lab.connection.domain(named: name).create()
            let once = try await lab.roost("top", "--once", "--interval", "0.5")
            #expect(once.succeeded && once.output.contains(name), "\(once)")
            let terminal = try PseudoTerminal()
            let before = terminal.modes
            let code = try await terminal.run(try .roost, ["top", "--interval", "0.2"]) { _ in
                try await terminal.read(until: "\u{1b}[?1049h")
                try await terminal.read(until: name)
                terminal.type("m")
                try await terminal.read(until: "by memory")
                terminal.type("q")
                try await terminal.read(until: "\u{1b}[?1049l")
            }
            #expect(code == 0)
            #expect(terminal.modes == before)
        }
    }
}
