import ArgumentParser

struct PoolCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pool", abstract: "Storage pools: the places that hold volumes.",
        subcommands: [
            PoolListCommand.self, PoolShow.self, PoolCreate.self, PoolStart.self, PoolStop.self, PoolDelete.self,
        ])
}
