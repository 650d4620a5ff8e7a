import LibvirtXML
import Testing

@testable import RoostCore

@Suite struct MachineDisplayTests {
    private func devices(_ xml: String) throws -> Devices {
        try LibvirtXML.Domain(parsing: "<domain><devices>\(xml)</devices></domain>").devices
    }

    private func display(_ xml: String, tellsSecrets: Bool = true) throws -> MachineDisplay {
        MachineDisplay(try #require(try devices(xml).graphics.first), tellsSecrets: tellsSecrets)
    }

    @Test func liveGraphicsAreRead() throws {
        let vnc = try display(
            "<graphics type='vnc' port='5901' listen='0.0.0.0' passwd='x'><listen type='address' address='0.0.0.0'/></graphics>"
        )
        #expect(vnc.uri == "vnc://127.0.0.1:5901")
        #expect(vnc.needsPassword == true && vnc.isWildcard && !vnc.isLoopback)
        let spice = try display("<graphics type='spice' tlsPort='5902' port='-1' listen='::1'/>", tellsSecrets: false)
        #expect(spice.uri == "spice://[::1]?tls-port=5902")
        #expect(spice.needsPassword == nil && spice.port == nil && spice.isLoopback)
        let socket = try display("<graphics type='vnc'><listen type='socket' socket='/run/x'/></graphics>")
        #expect(socket.uri == "vnc+unix:///run/x" && socket.needsPassword == false)
    }

    @Test(arguments: ["0", "-1", "65536", "99999999999999999999", "x", ""])
    func aPortThatIsNoneIsNotBelieved(_ port: String) throws {
        #expect(try display("<graphics type='vnc' port='\(port)'/>").port == nil)
    }

    @Test func consolesAreListedOnce() throws {
        let ports = try devices(
            "<serial type='pty'><alias name='serial0'/></serial><serial type='pty'><alias name='serial1'/></serial>"
                + "<console type='pty'><alias name='serial0'/></console>")
        #expect(Machine.consoleAliases(of: ports) == ["serial0", "serial1"])
    }

    @Test func aConsoleThatNobodyCanJoinIsExplained() throws {
        #expect(Machine.consoleProblem(of: try devices("")) == "it has no serial console")
        let file = try devices("<serial type='file'><source path='/x'/></serial>")
        #expect(Machine.consoleProblem(of: file)?.contains("file") == true)
        #expect(Machine.consoleProblem(of: try devices("<console type='pty'/>")) == nil)
        #expect(Machine.consoleProblem(of: try devices("<serial type='unix'/>")) == nil)
    }
}
