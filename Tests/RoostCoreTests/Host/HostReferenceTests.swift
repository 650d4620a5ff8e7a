import Libvirt
import Testing

@testable import RoostCore

/// How a command that a person may copy names something of a host.
@Suite struct HostReferenceTests {
    static let cases: [(String?, String, Bool, String)] = [
        (nil, "qemu:///system", false, "web1"), (nil, "qemu:///system", true, "web1 --host qemu:///system"),
        ("far", "qemu+ssh://far.example/system", false, "far/web1"),
        ("far", "qemu+ssh://far.example/system", true, "far/web1"),
        (nil, "qemu+ssh://far.example/system", false, "web1 --host qemu+ssh://far.example/system"),
        (nil, "qemu+unix:///system?socket=/a", true, "web1 --host 'qemu+unix:///system?socket=/a'"),
    ]

    @Test(arguments: cases)
    func itWorksWhereverItIsTyped(_ name: String?, _ uri: String, _ several: Bool, _ reference: String) async throws {
        let connection = try await Connection.open(uri: "test:///default")
        let host = Host(
            name: name ?? uri, uri: try HostURI(uri), connection: connection, isOneOfSeveral: several)
        #expect(host.reference("web1") == reference)
    }
}
