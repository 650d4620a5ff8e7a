import ArgumentParser
import RoostCore

/// A medium, and the drive that it goes into.
struct MediumOptions: ParsableArguments {
    @Argument(help: "The machine.", completion: .machines)
    var machine: String

    @Argument(help: "The medium: a path on the host, or POOL/VOLUME.", completion: .volumes)
    var medium: String

    @OptionGroup var drive: DriveOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var hosts: FleetOptions

    /// - Parameter kind: what becomes of the drive with the medium.
    func put(_ kind: (TypedOption) -> MediumWish) async throws {
        let machine = try await hosts.site().machine(machine)
        try await drive.change(machine, kind(.here(medium)), output)
    }
}
