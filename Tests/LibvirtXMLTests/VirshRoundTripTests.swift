import Foundation
import LibvirtXML
import Testing

/// What the virsh of this machine prints of libvirt's test driver comes back unharmed.
@Suite(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/virsh")))
struct VirshRoundTripTests {
    @Test(arguments: [
        ("domain", "list --all --name", "dumpxml"),
        ("network", "net-list --all --name", "net-dumpxml"),
        ("pool", "pool-list --all --name", "pool-dumpxml"),
    ])
    func objectsOfTheTestDriver(kind: String, list: String, dump: String) throws {
        let names = try virsh(list).split(separator: "\n").filter { !$0.isEmpty }
        #expect(!names.isEmpty)
        for name in names { try expectUnchanged(virsh("\(dump) \(name)"), kind) }
    }

    @Test func capabilitiesOfTheTestDriver() throws {
        try expectUnchanged(virsh("capabilities"), "capabilities")
    }

    /// The test driver has no volume until one is made, and forgets it when the connection closes.
    @Test func volumeOfTheTestDriver() throws {
        let output = try virsh("vol-create-as default-pool a.img 1G; vol-dumpxml --pool default-pool a.img")
        let start = try #require(output.range(of: "<volume"))
        try expectUnchanged(String(output[start.lowerBound...]), "volume")
    }

    private func expectUnchanged(_ text: String, _ kind: String) throws {
        try #require(DocumentKind.all[kind]).expectUnchanged(text)
    }

    /// Runs commands of virsh in one connection.
    private func virsh(_ commands: String) throws -> String {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/virsh")
        process.arguments = ["--quiet", "--connect", "test:///default", commands]
        process.standardOutput = output
        try process.run()
        let data = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        return String(decoding: data, as: UTF8.self)
    }
}
