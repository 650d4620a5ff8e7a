import ArgumentParser
import RoostClient
import RoostCore
import TerminalOutput

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

struct MachineCreate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "create", abstract: "Make a machine.",
        discussion: """
            Takes the options of virt-install as they are written there.

              roost create web1 --image debian-12 --ssh-key ~/.ssh/id_ed25519.pub --disk size=40
              roost create web1 --import --disk /var/lib/libvirt/images/web1.qcow2 --memory 2G
              roost create web2 --cdrom debian.iso --disk size=20 --os-variant debian12
              roost create net1 --boot kernel=vmlinuz,initrd=initrd.gz,kernel_args="console=ttyS0"

            A creation that fails takes back what it made, and nothing else.
            """)

    @OptionGroup var options: CreateOptionGroup

    @Flag(help: "Print the machine's XML and make nothing.")
    var dryRun = false

    @Flag(help: "Print what cloud-init would be told at the first boot, without passwords, and make nothing.")
    var showCloudInit = false

    @OptionGroup var output: OutputOptions
    @OptionGroup var host: HostOptions

    func run() async throws {
        var arguments = options.arguments
        if let help = CreateOptions.requestedHelp(arguments) { return try Report.answer(help.text + "\n") }
        if arguments.osVariant.map(OSOption.isListRequest) == true {
            return try Report.answer(OSNames.all().map { HostileText.sanitised($0) + "\n" }.joined())
        }
        if let site = try await host.serverSite() {
            return try await ServerCreate(site: site, output: output, dryRun: dryRun, showCloudInit: showCloudInit)
                .run(arguments)
        }
        let host = try await host.connect()
        try await fetchImage(&arguments, on: host)
        let request = try request(arguments, on: host)
        let prepared = try await host.prepare(request)
        for notice in prepared.notices { Report.notice(notice) }
        if showCloudInit { return try Report.document(try cloudInit(prepared)) }
        if dryRun { return try Report.document(prepared.xml) }
        let created = try await make(prepared, on: host)
        try Self.answer(created, output, host.reference)
        if request.cloud != nil {
            try await firstBoot(request, created, on: host)
        } else if request.start {
            try await stay(request, created, on: host)
        }
    }

    /// An image of the catalogue that the host lacks comes first: one command is to be enough.
    private func fetchImage(_ arguments: inout CreateArguments, on host: Host) async throws {
        guard !dryRun, !showCloudInit, let name = arguments.cloud.image,
            let pull = try await host.missingImage(name, architecture: arguments.arch)
        else { return }
        Report.notice("There is no image \(host.label(name)) yet: it is fetched from its publisher.")
        do {
            arguments.cloud.image = try await Report.following(host.pullImage(pull)).image.name
        } catch let failure as Failure
            where ImageRelease.all.contains(where: { $0.name == name }) && failure.kind != .interrupted
        {
            throw Failure(
                failure.kind, failure.what, why: failure.why,
                remedy:
                    "\(failure.remedy.map { "\($0) " } ?? "")It can also be made of packages: roost image build \(name)"
            )
        }
    }

    private func cloudInit(_ prepared: PreparedMachine) throws(Failure) -> String {
        if let text = prepared.cloudInit { return text }
        throw Failure(
            .usage, "--show-cloud-init: nothing is sent to this machine",
            remedy: "Only machines that are made from an image (--image) are told something.")
    }

    private func request(_ arguments: CreateArguments, on host: Host) throws(Failure) -> MachineRequest {
        let directory = host.uri.isLocal ? FileManager.default.currentDirectoryPath : nil
        do {
            return try MachineRequest(arguments, in: RequestContext(workingDirectory: directory))
        } catch {
            throw Failure(error)
        }
    }

    private func make(_ prepared: PreparedMachine, on host: Host) async throws -> CreatedMachine {
        let operation = host.create(prepared)
        guard prepared.cloudInit != nil else { return try await operation.value }
        // A copy of a whole image takes its time.
        return try await Report.following(operation)
    }

    /// - Parameter reference: words of a command that mean a machine of the host.
    static func answer(
        _ created: CreatedMachine, _ output: OutputOptions, _ reference: (String) -> String
    ) throws {
        try Report.answer(created, output, names: [created.name]) { summary(created, reference) }
        // JSON carries the password itself.
        if let password = created.generatedPassword, output.format == .table || output.quiet {
            Report.warning(
                "The display listens beyond this host, so it has a password: \(password)",
                hint:
                    "It is not shown again. VNC does not encrypt: use it in a network that you trust, or drop listen=.")
        }
    }

    private static func summary(_ created: CreatedMachine, _ reference: (String) -> String) -> String {
        var view = KeyValueView()
        view.add("name", Cell(created.name))
        view.add("state", .state(created.state))
        view.add("runs with", Cell(created.isAccelerated ? "KVM" : "emulation"))
        for (index, disk) in created.newDisks.enumerated() {
            let origin = created.image.map { index == 0 ? ", \($0.way.described) \($0.name)" : "" } ?? ""
            view.add("new disk", Cell(disk + origin))
        }
        if created.state == .running {
            view.add("console", Cell("roost console \(reference(created.name))"))
            if !created.displays.isEmpty { view.add("screen", Cell("roost view \(reference(created.name))")) }
        } else {
            view.add("start", Cell("roost start \(reference(created.name))"))
        }
        return view.render(styling: Report.styling)
    }

    /// Stays until the machine can be logged in to: only then is what it was told of no more use, and removed.
    private func firstBoot(_ request: MachineRequest, _ created: CreatedMachine, on host: Host) async throws {
        let reference = host.reference(created.name)
        let isLeft = request.noWait || request.noAutoconsole && request.wait == nil || request.wait == .minutes(0)
        guard request.start, !isLeft else {
            return Report.notice(
                "\(created.name) keeps its seed until its first boot is finished: roost wait \(reference) --for ready")
        }
        let limit: Duration? =
            switch request.wait {
            case .forever: nil
            case .minutes(let minutes): .seconds(minutes * 60)
            case .ready, nil: Machine.firstBootLimit
            }
        let machine = try await host.machine(created.uuid)
        Report.notice("\(machine.label): disk, start; waiting for its first boot. Ctrl-C stops only the waiting.")
        let addresses = try await machine.waitUntilReady(timeout: limit) { event in
            Report.firstBoot(event, of: machine.label)
        } notify: { notice in
            Report.reconnect(notice, waitingFor: machine.label)
        }
        let place = addresses.first.map { " at \($0.address)" } ?? ""
        Report.notice("\(machine.label) is ready\(place): roost ssh \(reference)")
    }

    private func stay(_ request: MachineRequest, _ created: CreatedMachine, on host: Host) async throws {
        let isUnattended = request.unattended != nil
        guard let wait = request.wait, wait != .minutes(0) else {
            if isUnattended {
                Report.notice(
                    "When its installation has ended, \(created.name) is off: roost start \(host.reference(created.name))"
                )
            }
            return
        }
        Report.notice("Waiting until the installation of \(created.name) has ended. Ctrl-C stops only the waiting.")
        let machine = try await host.machine(created.uuid)
        let end = try await machine.installationEnd(wait)
        Report.notice("\(created.name) \(end == .rebooted ? "has rebooted" : "is off"): the installation has ended.")
        if isUnattended, end == .off {
            try await machine.start()
            Report.notice("\(created.name) starts from its disk.")
        }
    }
}

extension CopiedImage.Way {
    /// Before the image's name.
    fileprivate var described: String {
        switch self {
        case .overlay: "overlay of"
        case .reflink: "reflink of"
        case .full: "full copy of"
        }
    }
}
