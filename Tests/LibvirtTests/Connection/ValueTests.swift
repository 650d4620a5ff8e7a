import Libvirt
import Testing

@Suite struct ValueTests {
    @Test func uuidsReadAndWriteAsLibvirtDoes() throws {
        let text = "00112233-4455-6677-8899-aabbccddeeff"
        let uuid = try #require(LibvirtUUID(text))
        #expect(uuid.description == text)
        #expect(uuid.bytes == (0...15).map { UInt8($0 * 0x11) })
        #expect(LibvirtUUID("00112233445566778899AABBCCDDEEFF") == uuid)
    }

    @Test(arguments: [
        "", "0011", "g0112233-4455-6677-8899-aabbccddeeff", "00112233-4455-6677-8899-aabbccddeeff0",
        "００112233-4455-6677-8899-aabbccddeeff", String(repeating: "-", count: 1000),
    ])
    func whatIsNoUUIDIsRefused(_ text: String) {
        #expect(LibvirtUUID(text) == nil)
    }

    @Test func versionsCompareByTheirParts() {
        #expect(Version(rawValue: 9_000_000) == Version(9, 0))
        #expect(Version(9, 10) > Version(9, 9, 999))
        #expect(Version(rawValue: 7_002_022).description == "7.2.22")
        #expect(Library.version >= Version(9, 0))
    }

    @Test func unknownNumbersSurvive() {
        #expect(Domain.State(rawValue: 99).description == "unknown (99)")
        #expect(LibvirtError.Code(rawValue: 9999).rawValue == 9999)
    }
}
