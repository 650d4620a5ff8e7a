import Libvirt
import Testing

@testable import RoostCore

@Suite struct HostLocatorTests {
    /// Stands for the network: every URI leads to the test driver, and the URI that was asked for is kept as the name.
    static func locator(_ environment: [String: String], failing: [HostURI: Failure] = [:]) -> HostLocator {
        let connect: @Sendable (HostTarget, Questions) async throws(Failure) -> Host = { target, _ throws(Failure) in
            if let failure = failing[target.uri] { throw failure }
            let connection = try await doing("Cannot connect") { () throws(LibvirtError) in
                try await Connection.open(uri: "test:///default")
            }
            return Host(name: target.name, uri: target.uri, connection: connection)
        }
        return HostLocator(environment: { environment[$0] }, connect: connect)
    }

    @Test func theOptionGoesFirstThenRoostThenLibvirtsVariable() async throws {
        let both = ["ROOST_HOST": "test:///roost", "LIBVIRT_DEFAULT_URI": "test:///libvirt"]
        #expect(try await Self.locator(both).locate(option: "test:///option").host.name == "test:///option")
        #expect(try await Self.locator(both).locate(option: nil).host.name == "test:///roost")
        let one = ["ROOST_HOST": "", "LIBVIRT_DEFAULT_URI": "test:///libvirt"]
        #expect(try await Self.locator(one).locate(option: nil).host.name == "test:///libvirt")
        #expect(try await Self.locator([:]).locate(option: nil).host.name == "qemu:///system")
        #expect(try await Self.locator([:]).locate(option: "session").host.name == "qemu:///session")
    }

    @Test func aNamedHostThatDoesNotAnswerIsNeverReplacedByAnother() async throws {
        let gone = Failure(.unreachable, "gone")
        let locator = Self.locator([:], failing: [.system: gone])
        await #expect(throws: gone) { try await locator.locate(option: "system") }
    }

    @Test func aWordIsAHostOfTheFile() async throws {
        let world = try FleetWorld()
        try world.write("hosts:\n  alpha:\n    address: alice@10.0.0.5:2222\n    timeout: 3\n")
        let target = try world.locator.target("alpha")
        #expect(target.name == "alpha" && target.limit == .seconds(3))
        #expect(target.uri.text == "qemu+ssh://alice@10.0.0.5:2222/system")
        let failure = await expectFailure(.notFound) { _ = try world.locator.target("alpah") }
        #expect(failure?.remedy?.contains("Did you mean 'alpha'?") == true)
        #expect(failure?.remedy?.contains("roost host add alpah") == true)
    }

    @Test(arguments: [
        ("bob@far", "qemu+ssh://bob@far/system"), ("far:2222", "qemu+ssh://far:2222/system"),
        ("far.example", "qemu+ssh://far.example/system"), ("session", "qemu:///session"),
        ("test:///x", "test:///x"),
    ])
    func otherTextsNameAHostThemselves(_ text: String, _ uri: String) throws {
        let world = try FleetWorld()
        try world.write("hosts:\n  wrong\n")
        // The file is not needed for these, whatever is in it; but a domain name could stand in it.
        if text.contains(".") { try world.write("hosts:\n") }
        #expect(try world.locator.target(text).uri.text == uri)
    }

    @Test(arguments: ["", "-oProxyCommand=x", "a b", "bob@-x", "a\u{7}", "bob@$(reboot)", "x;y"])
    func whatCouldBecomeAnOptionOrShellTextIsRefused(_ text: String) async throws {
        let world = try FleetWorld()
        await expectFailure(.usage) { _ = try world.locator.target(text) }
    }

    @Test func theURIKnowsItsWayToTheHost() throws {
        let known: [(String, String, String?, String)] = [
            ("qemu:///system", "qemu", nil, ""), ("qemu://far/system", "qemu", "tls", "far"),
            ("qemu+ssh://me@far:2222/system?x=/y", "qemu", "ssh", "me@far:2222"),
            ("qemu+unix:///system?socket=/x", "qemu", "unix", ""), ("foo:///x", "foo", nil, ""),
        ]
        for (text, driver, transport, authority) in known {
            let uri = try HostURI(text)
            #expect(uri.driver == driver && uri.transport == transport && uri.authority == authority, "\(text)")
        }
    }

    @Test(arguments: [
        "", "nonsense", "qemu", "qemu:/system", "://x", "qemu:///sys tem", "-oProxyCommand=x", "qemu:///a\u{7}",
    ])
    func aTextThatIsNoURIIsRefused(_ text: String) {
        #expect(throws: Failure.self) { try HostURI(text) }
    }

    @Test func theURIKnowsItsPathAndWhetherItIsLocal() throws {
        let remote = try HostURI("qemu+ssh://user@far/system?mode=direct")
        #expect(remote.path == "/system")
        #expect(!remote.isLocal)
        #expect(HostURI.session.isLocal)
        #expect(try HostURI("qemu+unix:///system?socket=/x").isLocal)
    }
}
