import ArgumentParser

/// One or more machines, by name, UUID, number or pattern.
struct MachineArguments: ParsableArguments {
    @Argument(
        help: ArgumentHelp(
            "Names, UUIDs, or patterns such as 'web*'; of another host: HOST/NAME.", valueName: "machine"),
        completion: .machines)
    var machines: [String]
}
