import RoostCore

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A program that shows a machine's screen.
struct Viewer: Hashable {
    /// Where it is.
    let path: String

    var name: String { path.split(separator: "/").last.map(String.init) ?? path }

    /// In the order of preference.
    private static let known = [
        "remote-viewer": ["vnc", "spice"], "gvncviewer": ["vnc"], "vncviewer": ["vnc"], "spicy": ["spice"],
    ]
    private static let order = ["remote-viewer", "gvncviewer", "vncviewer", "spicy"]

    /// `ROOST_VIEWER`, else the first known viewer that is installed and can show the display.
    /// - Returns: nil without a desktop, or without a viewer.
    static func find(
        for display: MachineDisplay, environment: [String: String],
        isProgram: (String) -> Bool = { FileManager.default.isExecutableFile(atPath: $0) }
    ) -> Viewer? {
        guard ["DISPLAY", "WAYLAND_DISPLAY"].contains(where: { environment[$0]?.isEmpty == false }) else { return nil }
        let chosen = environment["ROOST_VIEWER"].flatMap { $0.isEmpty ? nil : $0 }
        let names = chosen.map { [$0] } ?? order.filter { known[$0]?.contains(display.type) == true }
        for name in names {
            if name.contains("/") {
                if isProgram(name) { return Viewer(path: name) }
                continue
            }
            for directory in (environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":") {
                let path = "\(directory)/\(name)"
                if isProgram(path) { return Viewer(path: path) }
            }
        }
        return nil
    }

    /// Whether it takes a connection file. Only such a viewer can be given a password without everybody seeing it; the others
    /// ask the person for it.
    var takesConnectionFile: Bool { name == "remote-viewer" }

    /// What to start it with.
    /// - Parameter connectionFile: for a viewer that takes one.
    func arguments(for display: MachineDisplay, connectionFile: String?) -> [String] {
        if let connectionFile { return [connectionFile] }
        switch name {
        case "gvncviewer", "vncviewer":
            // Two colons say that it is a port and not a display's number.
            guard let port = display.port else { return display.uri.map { [$0] } ?? [] }
            return name == "vncviewer"
                ? ["\(display.localAddress)::\(port)"] : ["\(display.localAddress):\(port - 5900)"]
        case "spicy":
            return ["--host=\(display.localAddress)"] + (display.port.map { ["--port=\($0)"] } ?? [])
                + (display.tlsPort.map { ["--secure-port=\($0)"] } ?? [])
        default: return display.uri.map { [$0] } ?? []
        }
    }
}
