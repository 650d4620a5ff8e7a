import ArgumentParser
import RoostCore

struct CDROMInsert: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "insert", abstract: "Put a medium into an empty drive.")

    @OptionGroup var medium: MediumOptions

    func run() async throws { try await medium.put { .insert($0) } }
}
