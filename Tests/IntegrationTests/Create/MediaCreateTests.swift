import RoostCore
import Testing

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// `create --cdrom` without `--os-variant`, with media that xorriso and Debian's packages make.
@Suite(.enabled(if: Lab.isEnabled, Lab.whyDisabled)) struct MediaCreateTests {
    private static let unknown = "/usr/lib/memtest86+/memtest86+x64.iso"

    @Test(.labLimit)
    func theSystemFollowsFromTheMedium() async throws {
        try await Lab.run { lab in
            let name = lab.newMachine("media")
            let iso = try await Self.iso("Debian 11.5.0 amd64 n", lab)
            let shown = try await lab.succeeding(
                "create", name, "--cdrom", iso, "--disk", "size=1", "--network", "none", "--dry-run")
            #expect(shown.errors.contains("The CD-ROM holds Debian 11"), "\(shown)")
            #expect(shown.output.contains("http://debian.org/debian/11"))
            // What a person says goes before what is seen.
            let named = try await lab.succeeding(
                "create", name, "--cdrom", iso, "--disk", "size=1", "--network", "none", "--dry-run", "--os-variant",
                "debian10")
            #expect(named.output.contains("http://debian.org/debian/10"))
            #expect(!named.errors.contains("The CD-ROM holds"))
        }
    }

    @Test(.enabled(if: FileManager.default.fileExists(atPath: unknown)), .labLimit)
    func anUnknownMediumIsSaidAndUsed() async throws {
        try await Lab.run { lab in
            let name = lab.newMachine("unknown")
            let made = try await lab.succeeding(
                "create", name, "--cdrom", Self.unknown, "--disk", "none", "--network", "none", "--memory", "128",
                "--noautoconsole")
            #expect(made.errors.contains("is not known to the database of operating systems"), "\(made)")
            #expect(try await lab.succeeding("show", name).output.contains("running"))
        }
    }

    /// A far host's medium is read by its pool.
    @Test(.enabled(if: LabHosts.isEnabled, LabHosts.whyDisabled), .labLimit)
    func aMediumOnAFarHostIsRecognised() async throws {
        try await LabSlots.others.occupied {
            try await LabHosts.owned { hosts in
                try await LabClient.run { client in
                    let host = hosts[0]
                    let (folder, iso) = ("\(client.directory)/tree", "\(client.directory)/debian.iso")
                    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
                    let made = try await Program.named("xorriso").run([
                        "-as", "mkisofs", "-quiet", "-V", "Debian 11.5.0 amd64 n", "-o", iso, folder,
                    ])
                    guard made.succeeded else { throw LabError(what: "xorriso: \(made)") }
                    try await client.succeeding("host", "add", "far", host.name)
                    try await client.succeeding("volume", "upload", iso, "far/default/debian.iso")
                    let shown = try await client.succeeding(
                        "create", "t-media", "--cdrom", "\(Lab.imageDirectory)/debian.iso", "--disk", "size=1",
                        "--network", "none", "--dry-run", "--host", "far")
                    #expect(shown.errors.contains("The CD-ROM holds Debian 11"), "\(shown)")

                    // And a machine there is cloned there, without a byte through here.
                    try await client.succeeding("volume", "create", "far/default/t-source.qcow2", "--size", "1G")
                    try await client.succeeding(
                        "create", "t-source", "--import", "--disk", "vol=default/t-source.qcow2", "--memory", "64",
                        "--network", "none", "--graphics", "none", "--noautoconsole", "--host", "far")
                    try await client.succeeding("destroy", "far/t-source")
                    try await client.succeeding("clone", "far/t-source", "t-copy", "--copy", "full")
                    try await client.succeeding("clone", "far/t-source", "t-overlay", "--copy", "overlay", "--yes")
                    try await client.succeeding("start", "far/t-overlay")
                    try await client.succeeding("delete", "far/t-copy", "far/t-overlay", "--force", "--yes")
                    try await client.succeeding("delete", "far/t-source", "--yes")
                }
            }
        }
    }

    private static func iso(_ volume: String, _ lab: Lab) async throws -> String {
        let (folder, iso) = (lab.file("tree"), lab.file("media.iso"))
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let made = try await Program.named("xorriso").run(["-as", "mkisofs", "-quiet", "-V", volume, "-o", iso, folder])
        guard made.succeeded else { throw LabError(what: "xorriso: \(made)") }
        return iso
    }
}
