import RoostCore
import Testing

@Suite struct VolumeAddressTests {
    @Test func readsTheThreeForms() throws {
        #expect(try VolumeAddress("fast/a.qcow2").form == .name("a.qcow2", pool: "fast"))
        #expect(try VolumeAddress("a.qcow2").form == .name("a.qcow2", pool: "default"))
        #expect(try VolumeAddress("a.qcow2", pool: "fast").form == .name("a.qcow2", pool: "fast"))
        #expect(try VolumeAddress("fast/a", pool: "fast").form == .name("a", pool: "fast"))
        #expect(try VolumeAddress("/srv//images/./a").form == .path("/srv/images/a"))
    }

    @Test(arguments: [
        "", "a/", "/a\nb", "pool/a/b", "pool/..", "./a", "pool/-rf", "a\u{1b}[2J", "a\u{0}b", "\u{202E}txt.exe",
        String(repeating: "x", count: 256), "/" + String(repeating: "x", count: 4096),
    ])
    func refusesWhatNamesNothing(_ text: String) {
        let error = #expect(throws: Failure.self) { try VolumeAddress(text) }
        #expect(error?.kind == .usage)
    }

    @Test func aNewVolumesBackingIsInItsOwnPoolUnlessItSaysElse() throws {
        #expect(try VolumeAddress("v1", beside: "fast").form == .name("v1", pool: "fast"))
        #expect(try VolumeAddress("slow/v1", beside: "fast").form == .name("v1", pool: "slow"))
        #expect(try VolumeAddress("/images/v1", beside: "fast").form == .path("/images/v1"))
    }

    @Test func refusesTwoPools() {
        #expect(throws: Failure.self) { try VolumeAddress("fast/a", pool: "slow") }
    }
}
