import ArgumentParser
import RoostCore
import TerminalOutput

/// Which host a command speaks to.
struct HostOptions: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp(
            "The host: a libvirt URI, or the words system or session.",
            discussion:
                "Else ROOST_HOST, else LIBVIRT_DEFAULT_URI, else the system daemon where it answers, else the session's.",
            valueName: "uri"))
    var host: String?

    /// Connects to the host, and says so when it is another one than the person might expect.
    func connect() async throws -> Host {
        let located = try await HostLocator.system.locate(option: host)
        if let notice = located.notice { Report.notice(notice) }
        return located.host
    }
}
