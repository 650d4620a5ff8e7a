import RoostCore
import Testing

@Suite(.enabled(if: Lab.isEnabled, Lab.whyDisabled)) struct ConnectingTests {
    /// Only a daemon can say so: without one, the library ends at its socket.
    @Test(.labLimit)
    func whereThereIsNoDriverThatIsSaid() async throws {
        try await Lab.run { lab in
            let result = try await lab.roost("--host", "foo:///x", "list")
            #expect(result.failed(.unreachable), "\(result)")
            #expect(result.errors.contains("libvirt here has no driver for 'foo'"), "\(result)")
        }
    }
}
