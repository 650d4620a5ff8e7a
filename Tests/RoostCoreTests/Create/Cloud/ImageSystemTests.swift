import OSInfo
import Testing

@testable import RoostCore

/// What an image is said to hold decides the devices, unless the person says otherwise.
@Suite struct ImageSystemTests {
    private static func system(_ options: String, image: String?) async throws -> String? {
        let request = try CreateLine.request("roost web1 --image debian-12 \(options)")
        return try await GuestSystem.find(for: request, medium: [], imageSystem: image).system?.shortID
    }

    @Test func theImagesSystemIsTaken() async throws {
        #expect(try await Self.system("", image: "debian11") == "debian11")
        #expect(try await Self.system("--os-variant ubuntu22.04", image: "debian11") == "ubuntu22.04")
    }

    @Test func aSystemThatNobodyKnowsCountsAsNone() async throws {
        #expect(try await Self.system("", image: "no-such-system-at-all") == nil)
        #expect(try await Self.system("", image: nil) == nil)
    }
}
