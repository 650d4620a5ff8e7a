import ArgumentParser
import RoostCore
import TerminalOutput

struct MachineSet: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "set", abstract: "Change memory, vCPUs, processor, boot order, title, notes or tags of machines.",
        discussion: """
            A running machine gets the change now, as far as it can, and every later start brings it too. What has to \
            wait for the next start is said, with the reason. Disks, drives and interfaces: roost disk, roost cdrom, \
            roost nic.
            """)

    @OptionGroup var machines: MachineArguments

    @Option(
        help: ArgumentHelp("Memory, in MiB or with a unit: 4096, 4G.", valueName: "size"),
        transform: Self.size)
    var memory: UInt64?

    @Option(
        help: ArgumentHelp(
            "The most memory that it can be given without a restart; from the next start on.", valueName: "size"),
        transform: Self.size)
    var maxMemory: UInt64?

    @Option(help: ArgumentHelp("Number of virtual CPUs.", valueName: "number"))
    var vcpus: Int?

    @Option(
        help: ArgumentHelp(
            "The most virtual CPUs that it can be given without a restart; from the next start on.",
            valueName: "number"))
    var maxVcpus: Int?

    @Option(help: ArgumentHelp("One line about the machine; '' removes it.", valueName: "text"))
    var title: String?

    @Option(help: ArgumentHelp("Text about the machine; '' removes it.", valueName: "text"))
    var notes: String?

    @Option(help: ArgumentHelp("Label it, as web or env:test (repeatable).", valueName: "tag"))
    var addTag: [String] = []

    @Option(help: ArgumentHelp("Take a label off (repeatable).", valueName: "tag"))
    var removeTag: [String] = []

    @Option(
        help: ArgumentHelp(
            "What it boots from, first first: disks, MAC addresses, or hd, cdrom and network; from the next start on.",
            valueName: "devices"))
    var bootOrder: String?

    @Option(
        help: ArgumentHelp("The processor, as with create --cpu; from the next start on.", valueName: "model"))
    var cpu: String?

    @Flag(help: "Only now: the next start forgets it.")
    var now = false

    @Flag(help: "Only from the next start on.")
    var nextBoot = false

    @OptionGroup var hosts: FleetOptions

    func run() async throws {
        if now, nextBoot {
            throw Failure(.usage, "--now and --next-boot exclude each other", remedy: "Leave both out to have both.")
        }
        let change = MachineChange(
            memory: memory, maximumMemory: maxMemory, vcpus: vcpus, maximumVCPUs: maxVcpus, title: title, notes: notes,
            addedTags: addTag, removedTags: removeTag,
            bootOrder: bootOrder?.split(separator: ",").map { $0.trimmingPrefix(" ").description }, cpu: cpu,
            scope: now ? .now : nextBoot ? .nextStart : .both)
        try change.validate()
        try await hosts.site().forEachMachine(machines.machines) { machine in
            let report = try await machine.change(change)
            for line in Self.lines(report) { Report.notice(line) }
        }
    }

    /// What became of each setting, a line each.
    static func lines(_ report: MachineChangeReport) -> [String] {
        var lines = report.effects.map { effect in "\(report.machine): \(value(of: effect))\(time(of: effect, report))"
        }
        let waits = report.effects.contains { isHeld($0) && $0.isAtNextStart && !$0.isNow }
        if report.hasSavedState, waits {
            lines.append(
                "\(report.machine) has a saved state, which goes on with the old settings; "
                    + "roost start --fresh throws it away and boots")
        }
        return lines
    }

    private static func value(of effect: MachineChangeReport.Effect) -> String {
        let words = effect.setting.words
        if let amount = effect.amount {
            let isMemory = [.memory, .maximumMemory].contains(effect.setting)
            return "\(words) \(isMemory ? ByteCount(amount).formatted : String(amount))"
        }
        if let tags = effect.tags { return tags.isEmpty ? "no tags" : "\(words) \(tags.joined(separator: ", "))" }
        guard let text = effect.text, !text.isEmpty else { return "no \(words)" }
        if [.bootOrder, .cpu].contains(effect.setting) { return "\(words) \(text)" }
        return effect.setting == .title ? "\(words) '\(text)'" : "\(words) written"
    }

    private static func time(of effect: MachineChangeReport.Effect, _ report: MachineChangeReport) -> String {
        let reason = effect.whyNotNow.map { " (not now: \($0))" } ?? ""
        switch (effect.isNow, effect.isAtNextStart) {
        case (true, true): return isHeld(effect) ? ", now and at every later start" : ""
        case (true, false): return ", now only"
        // A machine that is off has a title at once.
        case (false, true): return isHeld(effect) || report.wasActive ? ", at the next start\(reason)" : ""
        case (false, false): return ", not changed\(reason)"
        }
    }

    /// Whether it is something that the guest has, and not a text about the machine.
    private static func isHeld(_ effect: MachineChangeReport.Effect) -> Bool {
        effect.amount != nil || [.bootOrder, .cpu].contains(effect.setting)
    }

    private static func size(_ text: String) throws -> UInt64 {
        do {
            return try ByteCount(parsing: text, defaultUnit: .mebibytes).rawValue
        } catch {
            throw ValidationError(error.description)
        }
    }
}
