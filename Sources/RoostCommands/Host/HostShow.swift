import ArgumentParser
import RoostClient
import RoostCore
import TerminalOutput

struct HostShow: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show a host: what the hosts file says of it, and how it is.")

    @Argument(help: "Its name.", completion: .hosts)
    var name: String

    @OptionGroup var output: OutputOptions
    @OptionGroup var server: ServerOptions

    func run() async throws {
        if let server = try await server.connection() {
            return try ServerHosts.show(try await ServerSite(server, hosts: [name]).hostRows()[0], output)
        }
        let locator = HostLocator.system
        let entry = try locator.hosts.entry(name)
        let info: Result<HostInfo, Failure>
        do throws(Failure) {
            info = .success(try await locator.open(HostTarget(entry)).info())
        } catch {
            info = .failure(error)
        }
        // After connecting: what it says of the login is the state now.
        let shown = Shown(host: await entry.summary(), info: info)
        try Report.answer(shown, output, names: [name]) { shown.view.render(styling: Report.styling) }
        _ = try info.get()
    }

    private struct Shown: Encodable {
        let host: HostSummary
        let info: Result<HostInfo, Failure>

        private enum Key: String, CodingKey {
            case info
            case error
        }

        func encode(to encoder: any Encoder) throws {
            try host.encode(to: encoder)
            var container = encoder.container(keyedBy: Key.self)
            switch info {
            case .success(let info): try container.encode(info, forKey: .info)
            case .failure(let failure): try container.encode(FailureReason(failure), forKey: .error)
            }
        }

        var view: KeyValueView {
            var view = KeyValueView()
            view.add("Name", host.name)
            view.add("Address", host.address)
            view.add("Timeout", "\(host.timeout) s")
            view.add("Connected", host.connected.map { $0 ? "yes" : "no" })
            switch info {
            case .success(let info): info.add(to: &view)
            case .failure(let failure):
                view.add("URI", host.uri)
                view.add("State", Cell(failure.why ?? failure.what, style: .red))
            }
            return view
        }
    }
}
