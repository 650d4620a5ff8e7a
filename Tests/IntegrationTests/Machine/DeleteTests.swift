import Libvirt
import RoostCore
import Testing

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

@Suite(.enabled(if: Lab.isEnabled, Lab.whyDisabled)) struct DeleteTests {
    @Test(.labLimit)
    func itsOwnDiskGoesHoweverItIsSpelled() async throws {
        try await Lab.run { lab in
            let disk = try await lab.disk("own")
            let odd = disk.replacing("/images/", with: "/images/../images//")
            let name = try await lab.machine("own", disks: [Lab.disk(odd)])
            let asked = try await lab.roost("delete", name)
            #expect(asked.failed(.usage) && asked.errors.contains("--yes"), "\(asked)")
            #expect(Lab.exists(disk))
            let deleted = try await lab.roost("delete", name, "--yes")
            #expect(deleted.succeeded && deleted.errors.contains("goes:  \(odd)"), "\(deleted)")
            #expect(!Lab.exists(disk))
            #expect(try await !lab.isDefined(name))
        }
    }

    @Test(.labLimit)
    func whatOthersNeedStays() async throws {
        try await Lab.run { lab in
            let shared = try await lab.disk("shared")
            let base = try await lab.disk("base")
            let overlay = try await lab.disk("overlay", on: base)
            let medium = try await lab.disk("medium")
            let marked = try await lab.disk("marked")
            let outside = try await lab.disk("outside", folder: "/tmp")
            let above = try await lab.disk("above", on: outside, folder: "/tmp")
            let name = try await lab.machine(
                "one",
                disks: [
                    Lab.disk(shared), Lab.disk(base, "vdb"), Lab.cdrom(medium),
                    Lab.disk(marked, "vdc", format: "raw", rest: "<shareable/>"), Lab.disk(outside, "vdd"),
                ])
            // The other one spells the path of the shared disk its own way.
            let other = try await lab.machine(
                "two", disks: [Lab.disk("/var/lib/../lib/libvirt/images//" + (shared.split(separator: "/").last ?? ""))]
            )
            let deleted = try await lab.roost("delete", "--yes", name)
            #expect(deleted.succeeded, "\(deleted)")
            for path in [shared, base, overlay, medium, marked, outside, above] {
                #expect(Lab.exists(path), "\(path) is gone: \(deleted)")
            }
            #expect(deleted.errors.contains("it is used by \(other) (disk vda)"), "\(deleted)")
            #expect(deleted.errors.contains("\(above.split(separator: "/").last ?? "") (stands on it)"), "\(deleted)")
            #expect(try await !lab.isDefined(name))
            #expect(try await lab.isDefined(other))
        }
    }

    /// As `create --disk PATH,size=` makes it where no pool is.
    @Test(.labLimit)
    func aFileOutsideAllPoolsGoesAndALinkStays() async throws {
        try await Lab.run { lab in
            let folder = "/tmp/\(lab.prefix)folder"
            lab.atEnd("the folder \(folder)") { try FileManager.default.removeItem(atPath: folder) }
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
            let own = try await lab.disk("own", folder: folder)
            let target = try await lab.disk("target", folder: folder)
            let link = "\(folder)/link"
            try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: target)
            let missing = "\(folder)/missing"
            let name = try await lab.machine(
                "outside", disks: [Lab.disk(own), Lab.disk(link, "vdb"), Lab.disk(missing, "vdc")])
            let deleted = try await lab.roost("delete", "--yes", name)
            #expect(deleted.succeeded && deleted.errors.contains("goes:  \(own)"), "\(deleted)")
            #expect(deleted.errors.contains("gone already: \(missing) (disk vdc)"), "\(deleted)")
            #expect(deleted.errors.contains("a symbolic link, to \(target)"), "\(deleted)")
            #expect(!Lab.exists(own))
            #expect(Lab.exists(target) && Lab.exists(link))
            await #expect(throws: LibvirtError.self) { try await lab.connection.storagePool(targetPath: folder) }
        }
    }

    @Test(.labLimit)
    func anOverlayGoesAndItsBaseStays() async throws {
        try await Lab.run { lab in
            let base = try await lab.disk("base")
            let overlay = try await lab.disk("overlay", on: base)
            let name = try await lab.machine("over", disks: [Lab.disk(overlay)])
            let deleted = try await lab.roost("rm", "--yes", name)
            #expect(deleted.succeeded && deleted.errors.contains("stays: \(base)"), "\(deleted)")
            #expect(!Lab.exists(overlay))
            #expect(Lab.exists(base))
        }
    }

    /// No pool tells what it stands on, and a machine that is off does not tell either.
    @Test(.labLimit)
    func theBaseOfAnOverlayOutsideAllPoolsStays() async throws {
        try await Lab.run { lab in
            let base = try await lab.disk("base")
            let overlay = try await lab.disk("overlay", on: base, folder: "/tmp")
            let name = try await lab.machine("base", disks: [Lab.disk(base)])
            let other = try await lab.machine("over", disks: [Lab.disk(overlay)])
            let deleted = try await lab.roost("delete", "--yes", name)
            #expect(deleted.succeeded && deleted.errors.contains("\(other) (backing of vda)"), "\(deleted)")
            #expect(Lab.exists(base))
        }
    }

    @Test(.labLimit)
    func disksAreKeptWhenAsked() async throws {
        try await Lab.run { lab in
            let disk = try await lab.disk("kept")
            let name = try await lab.machine("keep", disks: [Lab.disk(disk)])
            let deleted = try await lab.roost("delete", "--yes", "--keep-disks", name)
            #expect(deleted.succeeded, "\(deleted)")
            #expect(Lab.exists(disk))
            #expect(try await !lab.isDefined(name))
        }
    }

    @Test(.labLimit)
    func aRunningMachineNeedsForceAndItsFirmwareVariablesGo() async throws {
        try await Lab.run { lab in
            let name = try await lab.machine("uefi", disks: [], firmware: " firmware='efi'")
            let domain = try await lab.connection.domain(named: name)
            try await domain.create()
            let xml = try await domain.xml()
            let nvram = try #require(xml.firstMatch(of: /<nvram[^>]*>([^<]+)<\/nvram>/).map { String($0.1) })
            #expect(Lab.exists(nvram))
            let refused = try await lab.roost("delete", "--yes", name)
            #expect(refused.failed(.state) && refused.errors.contains("--force"), "\(refused)")
            #expect(try await domain.isActive())
            let deleted = try await lab.roost("delete", "--yes", "--force", name)
            #expect(deleted.succeeded, "\(deleted)")
            #expect(!Lab.exists(nvram))
            #expect(try await !lab.isDefined(name))
        }
    }

    @Test(.labLimit)
    func oneThatIsNotThereDoesNotStopTheOthers() async throws {
        try await Lab.run { lab in
            let name = try await lab.machine("there", disks: [])
            let deleted = try await lab.roost("delete", "--yes", lab.prefix + "missing", name)
            #expect(deleted.failed(.partial), "\(deleted)")
            #expect(try await !lab.isDefined(name))
        }
    }
}
