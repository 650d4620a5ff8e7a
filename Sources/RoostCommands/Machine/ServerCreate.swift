import RoostClient
import RoostCore
import TerminalOutput

/// `roost create` through a server: the options go there as they were typed, with the content of the files that they name
/// here; what they mean is decided there.
struct ServerCreate {
    let site: ServerSite
    let output: OutputOptions
    let dryRun: Bool
    let showCloudInit: Bool

    func run(_ typed: CreateArguments) async throws {
        var arguments = typed
        guard arguments.wait == nil || arguments.cloud.image != nil else {
            throw Failure.direct("--wait for the end of an installation goes to hosts directly")
        }
        let hosted = (arguments.positionalName ?? arguments.name).map { HostedName($0, .item) }
        let place = try await site.place(for: hosted)
        if let name = hosted?.name {
            if arguments.positionalName != nil { arguments.positionalName = name } else { arguments.name = name }
        }
        let (options, content) = try await arguments.document()
        let order = MachineOrder(name: hosted?.name ?? "a machine", options: options, content: content)
        if dryRun || showCloudInit {
            let plan = try await place.plan(order)
            for warning in plan.warnings { Report.notice(warning) }
            return try Report.document(try showCloudInit ? cloudInit(plan) : plan.xml)
        }
        let creating = place.create(order)
        let created = try await output.quiet ? creating.value : Report.following(creating)
        for notice in created.notices { Report.notice(notice) }
        try MachineCreate.answer(created, output, place.reference)
        guard arguments.cloud.image != nil, arguments.start else { return }
        let isLeft = arguments.noAutoconsole && arguments.wait == nil || arguments.wait == "0"
        guard !isLeft, !arguments.noWait else {
            return Report.notice(
                arguments.noWait
                    ? "\(created.name) keeps its seed until its first boot is finished: "
                        + "roost wait \(place.reference(created.name)) --for ready"
                    : "The server follows the first boot of \(created.name).")
        }
        try await firstBoot(created, at: place)
    }

    private func cloudInit(_ plan: MachineOrder.Plan) throws(Failure) -> String {
        if let text = plan.cloudInit { return text }
        throw Failure(
            .usage, "--show-cloud-init: nothing is sent to this machine",
            remedy: "Only machines that are made from an image (--image) are told something.")
    }

    private func firstBoot(_ created: CreatedMachine, at place: ServerPlace) async throws {
        let label = place.label(created.name)
        Report.notice("\(label): disk, start; the server follows its first boot. Ctrl-C stops only the waiting.")
        let addresses = try await place.firstBoot(of: created) { Report.firstBoot($0, of: label) }
        guard let addresses else { return }
        Report.notice("\(label) is ready\(addresses.first.map { " at \($0.address)" } ?? "")")
    }
}
