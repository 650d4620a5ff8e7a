import ArgumentParser
import RoostCore
import TerminalOutput

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

struct MachineView: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "view", abstract: "Open a machine's screen, or say how to reach it.",
        discussion: """
            Starts ROOST_VIEWER, else the first of remote-viewer, gvncviewer, vncviewer and spicy that is installed. \
            Without a desktop or a viewer it prints where the screen is to be had. A program of another name in \
            ROOST_VIEWER is given a URI such as vnc://127.0.0.1:5900.

            The screen of a machine on a remote host comes through Roost's login there, as long as the viewer runs.
            """)

    @Argument(help: ArgumentHelp("Name or UUID.", valueName: "machine"), completion: .machines)
    var machine: String

    @Flag(name: .customLong("print"), help: "Start nothing, only say how to reach it.")
    var printsOnly = false

    @OptionGroup var output: OutputOptions
    @OptionGroup var hosts: FleetOptions

    func run() async throws {
        let machine = try await hosts.fleet.one(machine, of: Machine.self)
        let host = machine.host
        let displays = try await machine.displays()
        let environment = ProcessInfo.processInfo.environment
        let login = try HostLogin(to: host.uri, name: host.name)
        if !printsOnly, host.uri.isLocal || login != nil, let display = displays.first(where: { $0.uri != nil }) {
            if let viewer = Viewer.find(for: display, environment: environment) {
                let start = ViewerStart(viewer: viewer, machine: machine, display: display, environment: environment)
                return try await host.uri.isLocal ? start.detached() : start.attached()
            }
            if let wanted = environment["ROOST_VIEWER"], !wanted.isEmpty {
                Report.warning("The viewer '\(wanted)' was not started: there is no such program, or no desktop")
            }
        }
        let hostname = await host.hostname()
        let remote = login.map { RemoteDisplays(login: $0, machine: machine.name) }
        try Report.answer(displays, output, names: displays.compactMap(\.uri)) {
            Self.view(displays, hostname: hostname, remote: remote).render(styling: Report.styling)
        }
    }

    /// How a person reaches the screens: from the host, and from elsewhere.
    /// - Parameter remote: for those of a host that is logged in to.
    static func view(
        _ displays: [MachineDisplay], hostname: String, remote: RemoteDisplays? = nil
    ) -> KeyValueView {
        var view = KeyValueView()
        for display in displays {
            view.addSection(display.type.uppercased())
            let place = display.address ?? "127.0.0.1"
            if let socket = display.socket { view.add("Socket", socket) }
            if let port = display.port { view.add("Address", "\(place.contains(":") ? "[\(place)]" : place):\(port)") }
            if let port = display.tlsPort { view.add("Encrypted port", "\(port)") }
            view.add("Password", display.needsPassword.map { $0 ? "yes" : "no" } ?? "unknown")
            view.add("On the host", display.uri)
            view.add("From elsewhere", remote?.ways(to: display) ?? elsewhere(display, hostname: hostname))
        }
        return view
    }

    private static func elsewhere(_ display: MachineDisplay, hostname: String) -> [Cell] {
        if !display.isLoopback, display.socket == nil {
            let name = display.isWildcard ? hostname : display.localAddress
            return display.port.map { [Cell("\(display.type)://\(name):\($0)")] } ?? []
        }
        guard let port = display.port ?? (display.socket == nil ? nil : 5900) else { return [] }
        let address = display.localAddress.contains(":") ? "[\(display.localAddress)]" : display.localAddress
        let target = display.socket ?? "\(address):\(port)"
        return [
            Cell("ssh -N -L \(ShellWord.quoted("\(port):\(target)")) \(ShellWord.quoted(hostname))"),
            Cell("then \(display.type)://127.0.0.1:\(port)"),
        ]
    }
}
