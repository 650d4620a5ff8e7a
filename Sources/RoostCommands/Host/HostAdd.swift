import ArgumentParser
import RoostCore
import TerminalOutput

struct HostAdd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Give a host a name.",
        discussion: """
            Connects first, and adds nothing where that fails. All that ~/.ssh/config says of the address holds: aliases, \
            jumps, keys, ports.

              roost host add alpha alice@10.0.0.5
              roost host add beta qemu+tls://beta.example/system
            """)

    @Argument(help: "Its name: letters, digits, '.', '-' and '_'.")
    var name: String

    @Argument(help: ArgumentHelp("[user@]address[:port], or a libvirt URI.", valueName: "address"))
    var address: String

    @Flag(help: "Your own machines there, not the system's.")
    var session = false

    @Option(
        help: ArgumentHelp(
            "How long to wait for its answers (default \(HostEntry.standardTimeout)).", valueName: "seconds"))
    var timeout: Int?

    @Flag(help: "Add it without connecting.")
    var offline = false

    @Flag(help: "Replace a host of that name.")
    var replace = false

    func run() async throws {
        let entry = try HostEntry(
            name: name, place: try HostEntry.place(address, session: session), timeout: timeout)
        let hosts = HostLocator.system.hosts
        // Before the connection is tried; the file looks again when it is written.
        if !replace { try hosts.checkFree(name) }
        let found = offline ? nil : try await look(entry)
        tell(try await hosts.add(entry, replacing: replace), hosts)
        Report.notice("Added host '\(name)'\(found.map { ": \($0)" } ?? "")")
    }

    private func look(_ entry: HostEntry) async throws(Failure) -> String {
        do throws(Failure) {
            let host = try await HostLocator.system.open(HostTarget(entry))
            let overview = try await host.overview()
            let free = overview.freeMemory.map { ", \(ByteCount($0).formatted) of memory free" } ?? ""
            return "libvirt \(overview.libvirt), "
                + "\(overview.machines.running) of \(overview.machines.total) machines running\(free)"
        } catch {
            let remedy = error.remedy.map { "\($0)\($0.hasSuffix(".") ? "" : ";") " } ?? ""
            throw Failure(
                error.kind, error.what, why: error.why,
                remedy: "\(remedy)To add it all the same, say --offline.")
        }
    }
}

/// Says when an edit has cost the file its comments.
func tell(_ outcome: HostsFile.Outcome, _ hosts: HostsFile) {
    guard outcome == .rewritten else { return }
    Report.warning("\(hosts.path) was written anew, without its comments", hint: "Its layout left no other way.")
}
