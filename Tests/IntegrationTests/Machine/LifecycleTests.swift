import RoostCore
import Testing

@Suite(.enabled(if: Lab.isEnabled, Lab.whyDisabled)) struct LifecycleTests {
    @Test(.timeLimit(.minutes(10)))
    func aGuestStartsAndIsListed() async throws {
        try await Lab.run { lab in
            let name = try await lab.guest()
            let started = try await lab.roost("start", name)
            #expect(started.succeeded, "\(started)")
            let listed = try await lab.roost("list", "--running", "--quiet", lab.prefix + "*")
            #expect(listed.output == name + "\n", "\(listed)")
        }
    }
}
