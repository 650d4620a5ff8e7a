import ArgumentParser
import RoostCore
import Testing

@testable import RoostCommands

@Suite struct VirtInstallHabitsTests {
    @Test(arguments: [
        (["--ram", "4096"], "--memory"), (["--connect", "qemu:///system"], "--host"), (["--print-xml"], "--dry-run"),
    ])
    func aHabitIsTranslated(words: [String], ours: String) async throws {
        let arguments = ["create", "x"] + words
        let error = try await #require(throws: (any Error).self) { try await Roost.asyncParseAsRoot(arguments) }
        let failure = try #require(VirtInstallHabits.failure(Roost.message(for: error), arguments: arguments))
        #expect(failure.kind == .usage && failure.remedy?.contains(ours) == true, "\(failure)")
    }

    @Test func othersKeepTheParsersWords() {
        #expect(VirtInstallHabits.failure("Unknown option '--bogus'", arguments: ["create"]) == nil)
        #expect(VirtInstallHabits.failure("Unknown option '--ram'", arguments: ["list"]) == nil)
    }
}
