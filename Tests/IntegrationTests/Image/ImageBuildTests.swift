import RoostCore
import Testing

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Images that `roost image build` makes.
@Suite(.enabled(if: Lab.isEnabled, Lab.whyDisabled)) struct ImageBuildTests {
    /// One of debian-12, made once: a build takes minutes.
    private static let image = ProcessInfo.processInfo.environment["ROOST_TEST_CLOUD_IMAGE"].flatMap {
        $0.isEmpty ? nil : $0
    }

    /// That it boots, by a BIOS and by UEFI, and grows, is shown by ``CloudTests``. No two guests of one image have the keys
    /// that were made with it, or its machine-id.
    @Test(.enabled(if: image != nil, "set ROOST_TEST_CLOUD_IMAGE to an image of roost image build"), .labLimit)
    func itHasNothingThatIsOneGuestsAlone() async throws {
        let image = try #require(Self.image)
        try await Lab.run { lab in
            let keys = try await lab.succeeding("image", "ls", image, "/etc/ssh")
            #expect(keys.output.contains("sshd_config") && !keys.output.contains("ssh_host_"), "\(keys)")
            let machine = try await lab.succeeding("image", "cat", image, "/etc/machine-id")
            #expect(["", "uninitialized\n"].contains(machine.output), "\(machine)")
        }
    }

    /// Ctrl-C while packages are unpacked.
    @Test(.labLimit)
    func aBuildThatIsStoppedLeavesNothing() async throws {
        try await Lab.run { lab in
            _ = lab.newMachine("stopped")
            let (folder, output) = (lab.file("tmp"), lab.file("stopped.qcow2"))
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o711])
            let stopped = try await Program.roost.interrupted(
                ["image", "build", "debian-12", "--output", output], environment: ["TMPDIR": folder]
            ) {
                // mmdebstrap has begun when its own folder lies in the build's.
                try await lab.eventually("the build has begun") {
                    let builds = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
                    return builds.contains { build in
                        let inside = (try? FileManager.default.contentsOfDirectory(atPath: "\(folder)/\(build)")) ?? []
                        return inside.contains { $0.hasPrefix("mmdebstrap.") }
                    }
                }
            }
            #expect(stopped.failed(.interrupted), "\(stopped)")
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
            #expect(!Lab.exists(output))
        }
    }

    @Test(.labLimit)
    func whatIsMissingIsNamed() async throws {
        try await Lab.run { lab in
            _ = lab.newMachine("missing")
            let keys = try await lab.roost(
                "image", "build", "debian-12", "--output", lab.file("x"), "--keyring", "/no/keys")
            #expect(keys.failed(.notFound) && keys.errors.contains("/no/keys"), "\(keys)")
            let taken = try await lab.roost("image", "build", "debian-12", "--output", "/etc/passwd")
            #expect(taken.failed(.exists), "\(taken)")
        }
    }
}
