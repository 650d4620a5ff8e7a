import FoundationEssentials
import Testing

@testable import OSInfo

/// Runs on the database that is installed, of whatever year: names used here are in all of them.
@Suite struct OSDatabaseTests {
    static let database = Result { try OSDatabase.load() }

    private func find(_ name: String) throws -> OperatingSystem {
        guard case .exact(let system) = try Self.database.get().find(name) else {
            throw NotFound(name: name)
        }
        return system
    }

    struct NotFound: Error { let name: String }

    @Test func knownRelease() throws {
        let debian = try find("debian11")
        #expect(debian.shortID == "debian11")
        #expect(debian.aliases.contains("debianbullseye"))
        #expect(debian.id == "http://debian.org/debian/11")
        #expect(debian.name == "Debian 11")
        #expect(debian.version == "11")
        #expect(debian.family == "linux")
        #expect(debian.distribution == "debian")
        #expect(debian.codename == "bullseye")
        #expect(debian.releaseDate == "2021-08-14")
        #expect(debian.hasCloudInitImage)
        #expect(debian.hasUnattendedInstall)
        #expect(debian.recommendedResources(architecture: "x86_64")?.memory == 1 << 30)
        #expect(debian.recommendedResources(architecture: "x86_64")?.cpus == 1)
        #expect(debian.recommendedResources(architecture: "x86_64")?.storage == 20 << 30)
        #expect(debian.firmwareTypes(architecture: "x86_64").contains(.efi))
        #expect(try find("debianbullseye") == debian)
        #expect(try find("http://debian.org/debian/11") == debian)
        #expect(try find("Debian 11") == debian)
    }

    @Test(arguments: ["debian11", "ubuntu22.04", "fedora37", "rhel9.1"])
    func modernLinuxDrivesVirtio(name: String) throws {
        let system = try find(name)
        for feature in [
            DeviceFeature.virtioBlock, .virtioSCSI, .virtioNet, .virtioRNG, .virtioConsole, .q35, .usbTablet,
        ] {
            #expect(system.supports(feature), "\(name) \(feature)")
        }
    }

    @Test(arguments: ["winxp", "win2k", "win10", "win11"])
    func windowsBringsNoVirtioDrivers(name: String) throws {
        let system = try find(name)
        #expect(system.family == "winnt")
        #expect(!system.supports(.virtioBlock))
        #expect(!system.supports(.virtioNet))
    }

    @Test func windows11NeedsUEFI() throws {
        let windows = try find("win11")
        #expect(windows.firmwareTypes(architecture: "x86_64") == [.efi])
        #expect(try #require(windows.recommendedResources(architecture: "x86_64")?.memory) >= 4 << 30)
    }

    @Test func tooNewReleaseTakesTheNearest() throws {
        guard case .nearest(let system, let asked, let reason) = try Self.database.get().find("debian999") else {
            Issue.record("debian999 is known?")
            return
        }
        #expect(system.distribution == "debian")
        #expect(system.supports(.virtioBlock))
        #expect(asked == "debian999")
        #expect(reason.contains(system.shortID))
    }

    @Test func misspeltNameGetsSuggestions() throws {
        guard case .none(let suggestions) = try Self.database.get().find("debain11") else {
            Issue.record("debain11 was taken for something")
            return
        }
        #expect(suggestions.first == "debian11")
    }

    /// What is read from a few files must be what libosinfo makes of the whole database.
    @Test func quickLookupAgreesWithTheWholeDatabase() throws {
        let database = try OSDatabase.load()
        let all = try database.all()
        #expect(all.count > 500)
        let sample = [
            "debian11", "ubuntu22.04", "fedora37", "rhel9.1", "win10", "win7", "freebsd13.1", "alpinelinux3.17",
        ]
        for name in sample + all.enumerated().filter({ $0.offset.isMultiple(of: 60) }).map(\.element.shortID) {
            let whole = try #require(all.first { $0.shortID == name })
            #expect(try database.find(name) == .exact(whole), "\(name)")
        }
    }

    @Test func listIsInNaturalOrderAndFiltered() throws {
        let database = try Self.database.get()
        let names = try database.all(matching: "debian?*").map(\.shortID)
        let nine = try #require(names.firstIndex(of: "debian9"))
        let ten = try #require(names.firstIndex(of: "debian10"))
        #expect(nine < ten)
        #expect(names.allSatisfy { $0.hasPrefix("debian") })
        #expect(try database.all(matching: "no such system").isEmpty)
        #expect(try database.all(matching: "windows 11").map(\.shortID).contains("win11"))
    }

    @Test func overridesAreHonoured() throws {
        let directory = FileManager.default.temporaryDirectory.path + "/roost-osinfo-test-" + UUID().uuidString
        try FileManager.default.createDirectory(
            atPath: directory + "/os/example.org", withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: directory) }
        let text = """
            <libosinfo version="0.0.1"><os id="http://example.org/house/7"><short-id>house7</short-id>
            <name>House 7</name><version>7</version><family>linux</family>
            <derives-from id="http://debian.org/debian/11"/></os></libosinfo>
            """
        try Data(text.utf8).write(to: URL(filePath: directory + "/os/example.org/house-7.xml"))
        var environment = ProcessInfo.processInfo.environment
        environment["OSINFO_USER_DIR"] = directory
        #expect(DatabaseLocation(environment: environment).hasOverrides)
        let index = DatabaseIndex(directory: directory)
        #expect(
            index.releases == [
                KnownRelease(id: "http://example.org/house/7", shortIDs: ["house7"], name: "House 7")
            ])
        #expect(index.closure(of: "http://example.org/house/7") == ["os/example.org/house-7.xml"])
    }

    @Test func missingDatabaseSaysWhatToInstall() {
        #expect(throws: OSDatabaseError.notInstalled(directory: "/nonexistent")) {
            try OSDatabase.load(environment: ["OSINFO_SYSTEM_DIR": "/nonexistent"])
        }
        #expect(OSDatabaseError.notInstalled(directory: "/x").description.contains("osinfo-db"))
    }
}
