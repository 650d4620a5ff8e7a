import ArgumentParser
import RoostCore

struct CDROMChange: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "change", abstract: "Put a medium into a drive, in the place of what may be in it.")

    @OptionGroup var medium: MediumOptions

    func run() async throws { try await medium.put { .change($0) } }
}
