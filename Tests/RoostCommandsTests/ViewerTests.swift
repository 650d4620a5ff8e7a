import TerminalOutput
import Testing

@testable import RoostCommands
@testable import RoostCore

@Suite struct ViewerTests {
    private let display = MachineDisplay(type: "vnc", address: "127.0.0.1", port: 5901, needsPassword: true)

    private func find(_ display: MachineDisplay, _ environment: [String: String], installed: [String]) -> String? {
        Viewer.find(for: display, environment: environment) { installed.contains($0) }?.path
    }

    @Test func theFirstInstalledViewerThatCanShowItIsTaken() {
        let desktop = ["DISPLAY": ":0", "PATH": "/opt/bin:/usr/bin"]
        let all = ["/usr/bin/spicy", "/usr/bin/gvncviewer", "/usr/bin/vncviewer"]
        #expect(find(display, desktop, installed: all) == "/usr/bin/gvncviewer")
        #expect(find(display, desktop, installed: all + ["/opt/bin/remote-viewer"]) == "/opt/bin/remote-viewer")
        var spice = display
        spice.type = "spice"
        #expect(find(spice, desktop, installed: all) == "/usr/bin/spicy")
        #expect(find(display, desktop, installed: ["/usr/bin/spicy"]) == nil)
    }

    @Test func withoutADesktopNoneIsStarted() {
        let environment = ["DISPLAY": "", "PATH": "/usr/bin", "ROOST_VIEWER": "vncviewer"]
        #expect(find(display, environment, installed: ["/usr/bin/vncviewer"]) == nil)
    }

    @Test func theChosenViewerGoesFirstAndIsNeverReplaced() {
        let chosen = ["WAYLAND_DISPLAY": "w", "PATH": "/usr/bin", "ROOST_VIEWER": "/opt/my viewer"]
        #expect(find(display, chosen, installed: ["/opt/my viewer", "/usr/bin/remote-viewer"]) == "/opt/my viewer")
        #expect(find(display, chosen, installed: ["/usr/bin/remote-viewer"]) == nil)
    }

    @Test func eachViewerIsGivenThePlaceInItsOwnWords() {
        func arguments(_ name: String) -> [String] {
            Viewer(path: "/usr/bin/\(name)").arguments(for: display, connectionFile: nil)
        }
        #expect(arguments("vncviewer") == ["127.0.0.1::5901"])
        #expect(arguments("gvncviewer") == ["127.0.0.1:1"])
        #expect(arguments("spicy") == ["--host=127.0.0.1", "--port=5901"])
        #expect(arguments("other") == ["vnc://127.0.0.1:5901"])
        let remote = Viewer(path: "/usr/bin/remote-viewer")
        #expect(remote.takesConnectionFile)
        #expect(remote.arguments(for: display, connectionFile: "/run/x.vv") == ["/run/x.vv"])
    }

    @Test func aConnectionFileCannotBeGivenKeysByAPasswordOrName() {
        let text = ConnectionFile.text(machine: " a\nproxy=evil", display: display, password: "x\\y\r\nhost=evil\0")
        #expect(
            text == """
                [virt-viewer]
                type=vnc
                title=\\sa\\nproxy=evil
                host=127.0.0.1
                port=5901
                password=x\\\\y\\r\\nhost=evil
                delete-this-file=1

                """)
    }

    @Test func aPersonElsewhereIsToldTheTunnelOnlyForLoopback() {
        func shown(_ display: MachineDisplay) -> String {
            MachineView.view([display], hostname: "kvm1").render(styling: .init(isEnabled: false))
        }
        #expect(shown(display).contains("ssh -N -L 5901:127.0.0.1:5901 kvm1"))
        let open = MachineDisplay(type: "vnc", address: "0.0.0.0", port: 5902)
        #expect(shown(open).contains("vnc://kvm1:5902"))
        #expect(!shown(open).contains("ssh"))
        #expect(shown(open).contains("unknown"))
        let six = MachineDisplay(type: "vnc", address: "::1", port: 5903, needsPassword: false)
        #expect(shown(six).contains("ssh -N -L '5903:[::1]:5903' kvm1"))
        let socket = MachineDisplay(type: "vnc", socket: "/run/web1.sock")
        #expect(shown(socket).contains("ssh -N -L 5900:/run/web1.sock kvm1"))
    }
}
