import ArgumentParser
import RoostCore

/// When a change of a machine takes effect.
struct ScopeOptions: ParsableArguments {
    @Flag(help: "Only now: the next start forgets it.")
    var now = false

    @Flag(help: "Only from the next start on.")
    var nextBoot = false

    func validate() throws {
        if now, nextBoot {
            throw ValidationError("--now and --next-boot exclude each other: leave both out to have both.")
        }
    }

    var scope: MachineChange.Scope { now ? .now : nextBoot ? .nextStart : .both }
}
