import ArgumentParser
import RoostCore

struct VolumeClone: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "clone", abstract: "Copy a volume on the host.",
        discussion: "The blocks are shared where the file system can.")

    @Argument(help: "POOL/NAME, a path, or a name.", completion: .volumes)
    var volume: String

    @Argument(help: "The copy: POOL/NAME, or a name in the same pool.")
    var copy: String

    @OptionGroup var pool: PoolOption
    @OptionGroup var hosts: FleetOptions

    func run() async throws {
        let source = try await hosts.fleet.volume(volume, pool: pool.pool)
        let target = try source.sibling(copy)
        guard case .name(let name, let poolName) = target.form else {
            throw Failure(.usage, "Cannot clone to \(copy)", why: "a path names no pool", remedy: "Name it POOL/NAME.")
        }
        let made = try await source.clone(as: name, in: try await source.host.pool(poolName))
        Report.notice("Cloned \(source.address) to \(made.address)")
    }
}
