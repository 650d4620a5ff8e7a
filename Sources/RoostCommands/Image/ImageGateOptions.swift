import ArgumentParser
import RoostCore

/// What an image is allowed that comes in, and would be refused otherwise.
struct ImageGateOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Let the image stand on this file of the host, which must be the one that it names.", valueName: "path"))
    var allowBacking: String?

    @Option(
        help: ArgumentHelp(
            "Let the image keep its data in this file of the host, which must be the one that it names.",
            valueName: "path"))
    var allowDataFile: String?

    @Flag(help: "Let the image's disk be larger than all of the pool.")
    var overcommit = false

    var allowances: ImageAllowances {
        ImageAllowances(backing: allowBacking, dataFile: allowDataFile, overcommit: overcommit)
    }
}
