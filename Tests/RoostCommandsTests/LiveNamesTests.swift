import Testing

@testable import RoostCommands

@Suite struct LiveNamesTests {
    @Test(arguments: [
        ("roost start --host test:///default x", "test:///default"),
        ("roost --host=test:///default start", "test:///default"),
        // As bash takes them apart.
        ("roost start --host test : ///default x", "test:///default"),
        ("roost start --host = qemu+ssh : //root @ farm : 22/system x", "qemu+ssh://root@farm:22/system"),
        ("roost start --host session", "session"),
    ])
    func theHostIsFoundAmongTheWords(line: String, host: String) {
        #expect(LiveNames.hosts(in: line.split(separator: " ").map(String.init)) == [host])
    }

    @Test func severalHostsAreFound() {
        let words = "roost start --host a --host=b x".split(separator: " ").map(String.init)
        #expect(LiveNames.hosts(in: words) == ["a", "b"])
    }

    @Test(arguments: ["roost start", "roost start --host", "roost start --host ="])
    func withoutAValueThereIsNone(line: String) {
        #expect(LiveNames.hosts(in: line.split(separator: " ").map(String.init)).isEmpty)
    }
}
