import ArgumentParser

struct HostCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "host", abstract: "The computers that run the machines.",
        discussion: """
            Hosts have names in a file that you may edit too: $XDG_CONFIG_HOME/roost/hosts.yaml, else \
            ~/.config/roost/hosts.yaml. Every command takes --host NAME; those that list take several, and --all-hosts.
            """,
        subcommands: [
            HostAdd.self, HostListCommand.self, HostShow.self, HostInfoCommand.self, HostCheckCommand.self,
            HostSetupCommand.self, HostRename.self, HostRemove.self, HostConnect.self, HostDisconnect.self,
            BridgeCommand.self,
        ])
}
