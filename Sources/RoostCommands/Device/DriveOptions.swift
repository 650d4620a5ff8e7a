import ArgumentParser
import RoostCore

/// Which drive, when, and how firmly.
struct DriveOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The drive; needed where there are several.", valueName: "target"))
    var drive: String?

    @Flag(help: "Also where the guest has locked the tray: as a paper clip does it.")
    var force = false

    @OptionGroup var scope: ScopeOptions

    func change(_ machine: any SiteMachine, _ change: MediumWish, _ output: OutputOptions) async throws {
        try await machine.changeMedium(change, drive: drive, scope: scope.scope, force: force).tell(output)
    }
}
