import ArgumentParser

/// One or more machines, by name, UUID, number or pattern.
struct MachineArguments: ParsableArguments {
    @Argument(
        help: ArgumentHelp("Names, UUIDs, or patterns such as 'web*'.", valueName: "machine"),
        completion: .machines)
    var machines: [String]
}
