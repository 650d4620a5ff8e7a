import LibvirtXML
import Testing

@testable import RoostCore

@Suite struct PublishedPortTests {
    @Test(arguments: [
        ("8080:80", "8080:80"), ("53", "53:53"), ("53:53/udp", "53:53/udp"), ("443:8443/tcp", "443:8443"),
        ("10.0.0.5:8080:80", "10.0.0.5:8080:80"),
    ])
    func aPortIsRead(_ text: String, _ written: String) throws { #expect(try PortWish(text).description == written) }

    @Test(arguments: [
        "", ":", "80:", ":80", "0:80", "80:0", "65536:1", "+1:2", "1:2:3:4", "a:80", "80:80/sctp", "80/",
        "127.0.0.1:80:80",
        "::1:80:80", "[::1]:80:80", "0.0.0.0:1:2", "80 :80", "80:80\n", "10.0.0.5:80", "٨٠:80", "80:80; reboot",
    ])
    func whatIsNoneIsRefused(_ text: String) {
        let failure = #expect(throws: Failure.self) { try PortWish(text) }
        #expect(failure?.kind == .usage)
    }

    private static func port(_ port: UInt16, bind: String? = nil, _ transport: PublishedPort.Transport = .tcp) throws
        -> PublishedPort
    {
        PublishedPort(
            transport: transport, bind: bind.flatMap { IPAddress($0) }, port: port, guestPort: 80,
            address: try #require(IPAddress("192.168.122.5")), network: try #require(IPNetwork("192.168.122.0/24")))
    }

    @Test func portsStandInTheDefinitionAndNotInAClones() throws {
        var metadata = MachineMetadata()
        let ports = [try Self.port(8080), try Self.port(53, bind: "10.0.0.5", .udp)]
        metadata.tags = ["a"]
        metadata.ports = ports
        metadata.keepsAddressForPorts = true
        var domain = Domain()
        metadata.write(to: &domain)
        let again = MachineMetadata(of: domain)
        #expect(again.ports == ports && again.keepsAddressForPorts && again.tags == ["a"])
        var clone = again
        clone.becomeClone()
        #expect(clone.ports.isEmpty && !clone.keepsAddressForPorts && clone.tags == ["a"])
        metadata.ports = []
        metadata.keepsAddressForPorts = false
        metadata.tags = []
        #expect(metadata.isEmpty)
    }

    @Test func whatNobodyUnderstandsIsNoPort() throws {
        let text = """
            <machine xmlns='urn:roost:machine:1'>
              <forward protocol='icmp' port='1' to='1' address='1.2.3.4' network='1.2.3.0/24'/>
              <forward protocol='tcp' port='99999' to='1' address='1.2.3.4' network='1.2.3.0/24'/>
              <forward protocol='tcp' port='1' to='1' address='x; reboot' network='1.2.3.0/24'/>
              <forward/>
            </machine>
            """
        #expect(try MachineMetadata(parsing: text).ports.isEmpty)
    }

    @Test func portsCollideByAddressAndTransport() throws {
        let all = try Self.port(80)
        let one = try Self.port(80, bind: "10.0.0.5")
        #expect(all.collides(with: one) && one.collides(with: all) && one.collides(with: one))
        #expect(!one.collides(with: try Self.port(80, bind: "10.0.0.6")))
        #expect(!all.collides(with: try Self.port(80, .udp)))
        #expect(!all.collides(with: try Self.port(81)))
    }

    @Test func whatListensOnTheHostIsSeen() throws {
        let look = ForwardRules.Look(
            answer: """
                iptables
                address 192.0.2.10/24
                tcp 0: 00000000:0016 00000000:0000 0A 00000000:00000000
                tcp 1: 0100007F:1F90 00000000:0000 0A 00000000:00000000
                tcp 2: 0A0002C0:D431 0B0002C0:0050 01 00000000:00000000
                tcp 0: 00000000000000000000000000000000:0050 00000000000000000000000000000000:0000 0A 0
                tcp 1: 3500007F:0035 00000000:0000 0A 00000000:00000000
                tcp 1: 00000000000000000000000001000000:0035 00000000000000000000000000000000:0000 0A 0
                tcp 1: 0000000000000000FFFF00000A0200C0:1F91 00000000000000000000000000000000:0000 0A 0
                udp 9: 00000000:0043 00000000:0000 07 00000000:00000000
                """)
        let own = IPAddress("192.0.2.10")
        #expect(
            look.firewall == "iptables"
                && look.listeners == [
                    .init(transport: .tcp, port: 22), .init(transport: .tcp, port: 80),
                    .init(transport: .tcp, port: 8081, address: own), .init(transport: .udp, port: 67),
                ])
        // A resolver on the loopback, as Ubuntu has it, keeps nobody from forwarding its port.
        #expect(try !look.isHeld(Self.port(53)))
        #expect(try look.isHeld(Self.port(22)))
        #expect(try look.isHeld(Self.port(8081)))
        #expect(try look.isHeld(Self.port(8081, bind: "192.0.2.10")))
        #expect(try !look.isHeld(Self.port(8081, bind: "192.0.2.11")))
        #expect(look.addresses == Set([IPAddress("192.0.2.10")].compactMap(\.self)))
        #expect(ForwardRules.Look(answer: "nft\n").firewall == "nft")
        #expect(ForwardRules.Look(answer: "iptables\nnft\n").firewall == "iptables")
        #expect(ForwardRules.Look(answer: "").firewall == nil)
    }
}
