import ArgumentParser
import RoostCore

struct BridgeConfirm: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "confirm", abstract: "Keep a bridge that is taken back otherwise, by a new connection.")

    @Argument(help: "The bridge.")
    var bridge: String

    @OptionGroup var place: BridgeHostOptions

    func run() async throws {
        let (host, name) = try await place.open(bridge)
        try await host.confirmBridge(name)
        Report.notice("\(name) of \(host.name) stays")
    }
}
