import ArgumentParser
import RoostClient
import RoostCore

struct VolumeCreate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "create", abstract: "Make an empty volume.")

    @Argument(help: "POOL/NAME, or a name.")
    var volume: String

    @Option(help: "Such as 20G; a bare number counts GiB. With --backing, its size without it.")
    var size: String?

    @Option(help: "One of: \(VolumeRequest.Format.allCases.map(\.rawValue).joined(separator: ", ")).")
    var format: VolumeRequest.Format = .qcow2

    @Option(
        help:
            "The volume that it stands on: only differences are kept in the new one. A bare name is one of the same pool.",
        completion: .volumes)
    var backing: String?

    @Option(help: "Allocate in advance: metadata (tables of qcow2) or full (all the room).")
    var prealloc: VolumeRequest.Preallocation?

    @OptionGroup var pool: PoolOption
    @OptionGroup var host: HostOptions

    func run() async throws {
        let (site, fleet) = (try await host.serverSite(), host.direct)
        let hosted = fleet.split(volume, .volume)
        guard case .name(let name, let poolName) = try pool.address(hosted.name).form else {
            throw Failure(
                .usage, "Cannot create the volume \(volume)", why: "a path names no pool", remedy: "Name it POOL/NAME.")
        }
        let request = VolumeRequest(
            name: name, size: try size.map { text throws(Failure) in try StorageSize.bytes(text) }, format: format,
            backing: try backing.map { try VolumeAddress($0, beside: poolName) }, preallocation: prealloc)
        let address =
            if let site {
                try await site.place(for: hosted).createVolume(request, in: poolName)
            } else {
                try await fleet.host(for: hosted).pool(poolName).createVolume(request).address
            }
        Report.notice("Created \(address)")
    }
}
