import ArgumentParser
import RoostCore
import TerminalOutput

/// How a device is attached.
struct AttachOptions: ParsableArguments {
    @OptionGroup var scope: ScopeOptions

    @Flag(help: "Print the device's XML and attach nothing.")
    var dryRun = false

    @OptionGroup var output: OutputOptions
    @OptionGroup var hosts: FleetOptions

    /// Prepares a device and attaches it, and says what came of it.
    func attach(_ device: TypedDevice, to machine: String) async throws {
        let machine = try await hosts.site().machine(machine)
        let prepared = try await machine.attachment(of: device, scope: scope.scope)
        for notice in prepared.notices { Report.notice(notice) }
        if dryRun { return try Report.document(prepared.xml) }
        try await Report.following(prepared.attach()).tell(output)
    }
}
