import RoostCore
import TerminalOutput

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A viewer that is to show a machine's screen.
struct ViewerStart {
    let viewer: Viewer
    let machine: Machine
    let display: MachineDisplay
    let environment: [String: String]

    /// Starts it to go on by itself.
    func detached() async throws {
        let file = try await connectionFile(display)
        try DetachedProgram.start(viewer.path, viewer.arguments(for: display, connectionFile: file))
        Report.notice("Started \(viewer.name) for \(machine.label)")
    }

    /// Starts it with a way through the host's login, which is closed when it ends.
    func attached() async throws {
        do {
            try await machine.reaching(display, refused: Report.error) { near in
                let file = try await connectionFile(near)
                // The viewer has removed it once it was read.
                defer { if let file { try? FileManager.default.removeItem(atPath: file) } }
                Report.notice("Showing \(machine.label) in \(viewer.name); Ctrl-C ends it")
                try await AttachedProgram.run(viewer.path, viewer.arguments(for: near, connectionFile: file))
            }
        } catch is CancellationError {
            // Ctrl-C: one of the ways to close it.
        }
    }

    /// - Parameter near: the display as this computer reaches it.
    private func connectionFile(_ near: MachineDisplay) async throws -> String? {
        guard viewer.takesConnectionFile else { return nil }
        let password = display.needsPassword == true ? try await machine.password(of: display) : nil
        return try ConnectionFile.write(
            ConnectionFile.text(machine: machine.name, display: near, password: password), environment: environment)
    }
}
