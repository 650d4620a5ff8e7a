import ArgumentParser
import RoostCore

/// Hosts that a command is about, by their names or addresses, or all of them.
struct HostArguments: ParsableArguments {
    @Argument(help: "Names or addresses.", completion: .hosts)
    var names: [String] = []

    @OptionGroup var hosts: FleetOptions

    func validate() throws {
        if names.isEmpty, hosts.host.isEmpty, !hosts.allHosts {
            throw ValidationError("Name hosts, or say --all-hosts.")
        }
    }

    var fleet: Fleet {
        get throws(Failure) {
            try hosts.server.refuse()
            return Fleet(hosts: names + hosts.host, all: hosts.allHosts)
        }
    }
}
