import ArgumentParser
import RoostCore

struct VolumeResize: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "resize", abstract: "Change the size that machines see. No running machine may use the volume.")

    @Argument(help: "POOL/NAME, a path, or a name.", completion: .volumes)
    var volume: String

    @Argument(help: "The new size, such as 40G; a bare number counts GiB.")
    var size: String

    @Flag(help: "Allow it to become smaller, which cuts its end off.")
    var shrink = false

    @OptionGroup var pool: PoolOption
    @OptionGroup var consent: ConsentOptions
    @OptionGroup var hosts: FleetOptions

    func run() async throws {
        let bytes = try StorageSize.bytes(size, option: "SIZE")
        let volume = try await hosts.fleet.volume(volume, pool: pool.pool)
        if shrink, try await volume.summary().capacity > bytes {
            try consent.ask(
                "Shrink \(volume.address)?", details: ["everything behind the first \(size) of it"])
        }
        try await volume.resize(to: bytes, shrink: shrink)
        Report.notice("\(volume.address) has \(size) now")
    }
}
