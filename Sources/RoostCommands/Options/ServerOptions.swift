import ArgumentParser
import RoostClient
import RoostCore

/// The Roost server that a command speaks through, where it does.
struct ServerOptions: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp(
            "A Roost server to speak through, which roost login knows (default: ROOST_SERVER). '' speaks to hosts directly.",
            valueName: "url"))
    var server: String?

    /// What was chosen; nil for hosts directly.
    private var chosen: String? {
        let text = server ?? Report.environment["ROOST_SERVER"]
        return text?.isEmpty == false ? text : nil
    }

    /// The server; nil where hosts are spoken to directly.
    func connection() async throws(Failure) -> ServerConnection? {
        guard let chosen else { return nil }
        return try await ServerAccess.system.connection(to: try ServerURL(chosen))
    }

    /// - Throws: ``Failure`` of kind usage where a server is chosen.
    func refuse() throws(Failure) {
        if chosen != nil { throw Failure.direct("This command speaks to hosts directly") }
    }
}
