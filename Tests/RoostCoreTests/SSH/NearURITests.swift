import Testing

@testable import RoostCore

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// What libvirt is given here names a program that it runs: no part of a far host's URI may add to it.
@Suite struct NearURITests {
    @Test(arguments: [
        "qemu+ssh://walled@lab1/system&command=/tmp/evil", "qemu+ssh://lab1/system&socket=/tmp/evil",
        "qemu+ssh://lab1/system&command=/tmp/evil?socket=/run/x", "qemu+ssh://lab1/system%26command=/tmp/evil",
        "qemu+ssh://lab1/system#x", "qemu+ssh://lab1/system;command=/tmp/evil", "qemu+ssh://lab1/system%00",
        "qemu+ssh://lab1/sys tem", "qemu+ssh://lab1/system=x", "qemu+ssh://lab1/ü",
        // Not even where libvirt would make the connection.
        "qemu+ssh://lab1/system&command=/tmp/evil?no_verify=1",
    ])
    func aPathThatIsMoreThanAPathIsRefused(_ text: String) throws {
        let failure = #expect(throws: Failure.self) { try SSHRoute(HostURI(text)) }
        #expect(failure?.kind == .usage)
    }

    @Test(
        arguments: [
            "qemu+ssh://lab1/system", "qemu+ssh://lab1/session", "test+ssh://lab1/default", "qemu+ssh://lab1",
            "qemu+ssh://lab1/system?socket=/run/x%26command=/tmp/evil", "qemu+ssh://lab1/system?socket=/run/x%23y",
            "qemu+ssh://lab1/system?socket=/run/x%253Fcommand%3D/tmp/evil",
            "qemu+ssh://lab1/system?socket=/x&keyfile=/k%26command=/tmp/evil",
        ], [false, true])
    func libvirtIsGivenOneWayAndOneName(_ text: String, _ isCarried: Bool) throws {
        let directory = FileManager.default.temporaryDirectory.path + "/t-near-\(UInt64.random(in: 0...(.max)))"
        try FileManager.default.createDirectory(
            atPath: directory, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        defer { try? FileManager.default.removeItem(atPath: directory) }
        let uri = try HostURI(text)
        let login = try #require(try HostLogin(to: uri) { $0 == "XDG_RUNTIME_DIR" ? directory : nil })
        let near = try HostURI(login.nearURI(isCarried: isCarried))
        let query = try #require(near.query)
        let service = login.route.service
        if isCarried {
            #expect(query == ["command": login.folder.command(service), "name": service.remoteURI])
        } else {
            #expect(query == ["socket": login.folder.socket(service), "name": service.remoteURI])
        }
        #expect(near.transport == (isCarried ? "ext" : "unix") && near.path == "/system")
    }

    @Test func whatIsEncodedStaysAValue() {
        let hostile = "/a&command=b?c#d;e%26f=g h\u{1}\u{e9}"
        let encoded = hostile.percentEncoded
        #expect(encoded == "/a%26command%3Db%3Fc%23d%3Be%2526f%3Dg%20h%01%C3%A9")
        #expect(encoded.percentDecoded == hostile)
    }
}
