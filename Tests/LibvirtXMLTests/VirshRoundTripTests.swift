import LibvirtXML
import Testing

/// What the virsh of this machine prints of libvirt's test driver comes back unharmed.
@Suite(.enabled(if: Virsh.isInstalled))
struct VirshRoundTripTests {
    @Test(arguments: [
        ("domain", "list --all --name", "dumpxml"),
        ("network", "net-list --all --name", "net-dumpxml"),
        ("pool", "pool-list --all --name", "pool-dumpxml"),
    ])
    func objectsOfTheTestDriver(kind: String, list: String, dump: String) throws {
        let names = try Virsh.run(list).split(separator: "\n").filter { !$0.isEmpty }
        #expect(!names.isEmpty)
        for name in names { try expectUnchanged(Virsh.run("\(dump) \(name)"), kind) }
    }

    @Test func capabilitiesOfTheTestDriver() throws {
        try expectUnchanged(Virsh.run("capabilities"), "capabilities")
    }

    /// The test driver has no volume until one is made, and forgets it when the connection closes.
    @Test func volumeOfTheTestDriver() throws {
        let output = try Virsh.run("vol-create-as default-pool a.img 1G; vol-dumpxml --pool default-pool a.img")
        let start = try #require(output.firstRange(of: "<volume")?.lowerBound)
        try expectUnchanged(String(output[start...]), "volume")
    }

    private func expectUnchanged(_ text: String, _ kind: String) throws {
        try #require(DocumentKind.all[kind]).expectUnchanged(text)
    }
}
