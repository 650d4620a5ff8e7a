import Testing

@testable import RoostCore

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

@Suite struct HostsFileTests {
    private func entry(_ name: String) throws -> HostEntry {
        try HostEntry(name: name, place: HostEntry.place("\(name).example"))
    }

    private func mode(_ path: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }

    @Test func itsPlaceFollowsXDG() {
        func place(_ environment: [String: String]) -> String {
            HostsFile.standard { environment[$0] }.path
        }
        #expect(place(["XDG_CONFIG_HOME": "/cfg", "HOME": "/h"]) == "/cfg/roost/hosts.yaml")
        #expect(place(["XDG_CONFIG_HOME": "cfg", "HOME": "/h"]) == "/h/.config/roost/hosts.yaml")
        #expect(place(["HOME": "/h"]) == "/h/.config/roost/hosts.yaml")
    }

    @Test func aNewFileIsItsOwnersAloneAndAnOldOneKeepsItsMode() async throws {
        let world = try FleetWorld()
        let file = HostsFile(path: world.directory + "/new/place/hosts.yaml")
        #expect(try file.entries().isEmpty)
        try await file.add(entry("alpha"))
        #expect(try mode(file.path) == 0o600)
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: file.path)
        try await file.rename("alpha", to: "beta")
        #expect(try mode(file.path) == 0o644)
        #expect(try FileManager.default.contentsOfDirectory(atPath: world.directory + "/new/place") == ["hosts.yaml"])
    }

    @Test func ofManyAtOnceNoneIsLost() async throws {
        let file = try FleetWorld()
        let names = (0..<40).map { "host\($0)" }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for name in names { group.addTask { try await file.file.add(self.entry(name)) } }
            try await group.waitForAll()
        }
        #expect(Set(try file.file.entries().map(\.name)) == Set(names))
    }

    @Test func aLinkStaysALink() async throws {
        let world = try FleetWorld()
        try Data("hosts:\n".utf8).write(to: URL(filePath: world.directory + "/real.yaml"))
        try FileManager.default.createSymbolicLink(
            atPath: world.file.path, withDestinationPath: world.directory + "/real.yaml")
        try await world.file.add(entry("alpha"))
        #expect(
            try FileManager.default.destinationOfSymbolicLink(atPath: world.file.path)
                == world.directory + "/real.yaml")
        #expect(try world.file.entries().map(\.name) == ["alpha"])
    }

    @Test func namesAreLookedUpAndTakenOnesKept() async throws {
        let world = try FleetWorld()
        try await world.file.add(entry("alpha"))
        try await world.file.add(entry("beta"))
        await expectFailure(.exists) { try await world.file.add(entry("alpha")) }
        await expectFailure(.exists) { try await world.file.rename("alpha", to: "beta") }
        await expectFailure(.usage) { try await world.file.rename("alpha", to: "a b") }
        let failure = await expectFailure(.notFound) { try await world.file.remove("alpah") }
        #expect(failure?.remedy?.contains("'alpha'") == true)
        try await world.file.add(HostEntry(name: "alpha", place: HostEntry.place("x.example")), replacing: true)
        #expect(try world.file.entry("alpha").address == "x.example")
    }

    @Test func aFileThatIsWrongIsNeverWrittenOver() async throws {
        let world = try FleetWorld()
        try world.write("hosts:\n  a:\n    adress: x\n")
        await expectFailure(.usage) { try await world.file.add(entry("beta")) }
        #expect(try world.text() == "hosts:\n  a:\n    adress: x\n")
        try Data([0x68, 0xFF, 0xFE]).write(to: URL(filePath: world.file.path))
        await expectFailure(.usage) { _ = try world.file.entries() }
    }

    @Test func whatIsNoFileIsRefused() async throws {
        let world = try FleetWorld()
        try FileManager.default.createDirectory(atPath: world.file.path, withIntermediateDirectories: false)
        await expectFailure(.usage) { _ = try world.file.entries() }
    }
}
