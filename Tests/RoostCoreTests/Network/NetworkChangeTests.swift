import Libvirt
import LibvirtXML
import Testing
import XMLTree

@testable import RoostCore

@Suite struct NetworkChangeTests {
    private static let text = """
        <network>
          <name>lab</name>
          <uuid>71d2b56c-d8e7-4b0b-a2a1-096fe410ab42</uuid>
          <forward mode='nat'><nat><port start='1024' end='65535'/></nat></forward>
          <bridge name='virbr2' stp='on' delay='0'/>
          <dns><host ip='10.20.0.5'><hostname>db</hostname></host></dns>
          <ip address='10.20.0.1' netmask='255.255.255.0'>
            <dhcp>
              <range start='10.20.0.2' end='10.20.0.254'/>
              <host mac='52:54:00:00:00:01' ip='10.20.0.9'/>
            </dhcp>
          </ip>
          <portgroup name='staff'/>
        </network>
        """

    private static func revision(
        _ text: String = text, _ set: (inout NetworkChangeArguments) -> Void
    ) throws -> NetworkRevision {
        var arguments = NetworkChangeArguments()
        set(&arguments)
        return try NetworkRevision(try LibvirtXML.Network(parsing: text), try arguments.change(), NetworkSurroundings())
    }

    @Test func whatARunningNetworkTakesIsSaidToIt() throws {
        let revision = try Self.revision {
            $0.dhcp = "10.20.0.100-200"
            $0.dnsNames = ["web=10.20.0.6", "alias=10.20.0.5"]
            $0.portGroups = ["staff,default=yes", "guests"]
        }
        #expect(revision.parts.allSatisfy { !$0.steps.isEmpty })
        let steps = revision.parts.flatMap(\.steps).map(\.xml)
        #expect(
            steps.contains("<range start='10.20.0.2' end='10.20.0.254'/>")
                && steps.contains("<range start='10.20.0.100' end='10.20.0.200'/>"))
        #expect(
            revision.parts[0].steps.map(\.command) == [.delete, .addLast] && revision.parts[0].steps[0].parent == 0)
        let xml = try revision.view.xml()
        #expect(
            xml.contains("<hostname>alias</hostname>") && xml.contains("name='guests'")
                && xml.contains("mac='52:54:00:00:00:01'"))
    }

    @Test func aNameMayHaveAnAddressOfEachFamily() throws {
        let both = try Self.revision { $0.dnsNames = ["db,store=fd00::5"] }
        #expect(both.view.dnsHosts.map(\.names) == [["db"], ["db", "store"]])
        let text = try both.view.xml()
        let moved = try Self.revision(text) {
            $0.removedDNSNames = ["db=FD00:0::5"]
            $0.dnsNames = ["db=fd00::6"]
        }
        #expect(moved.view.dnsHosts.map(\.names) == [["db"], ["store"], ["db"]])
        #expect(moved.view.dnsHosts.map(\.address) == ["10.20.0.5", "fd00::5", "fd00::6"])
        for gone in ["db=10.20.0.6", "db=", "=10.20.0.5", "store=10.20.0.5"] {
            #expect(throws: Failure.self) { try Self.revision(text) { $0.removedDNSNames = [gone] } }
        }
        #expect(throws: Failure.self) { try Self.revision(text) { $0.dnsNames = ["store=fd00::7"] } }
    }

    @Test func whatItDoesNotTakeWaits() throws {
        let revision = try Self.revision {
            $0.kind = .route
            $0.domain = "lab.example"
            $0.mtu = "1400"
            $0.ipv6 = "auto"
        }
        #expect(revision.parts.count == 4 && revision.parts.allSatisfy(\.steps.isEmpty))
        let xml = try revision.view.xml()
        #expect(xml.contains("mode='route'") && !xml.contains("<nat") && xml.contains("<mtu size='1400'/>"), "\(xml)")
    }

    @Test func anotherSubnetTakesDHCPAlong() throws {
        let failure = #expect(throws: Failure.self) { try Self.revision { $0.subnet = "10.30.0.0/24" } }
        #expect(failure?.kind == .state && failure?.why?.contains("10.20.0.9") == true)
        let without = Self.text.split(separator: "\n").filter { !$0.contains("<host mac") }.joined(separator: "\n")
        let xml = try Self.revision(without) { $0.subnet = "10.30.0.0/24" }.view.xml()
        #expect(
            xml.contains("<ip address='10.30.0.1' prefix='24'>") && xml.contains("start='10.30.0.2' end='10.30.0.254'"),
            "\(xml)")
    }

    @Test func aPortGroupKeepsWhatNobodyAskedAbout() throws {
        let text = """
            <network>
              <name>lab</name>
              <forward mode='bridge'/>
              <bridge name='ovs0'/>
              <virtualport type='openvswitch'/>
              <portgroup name='staff' default='yes'>
                <vlan trunk='yes'><tag id='10' nativeMode='untagged'/><tag id='20'/></vlan>
                <virtualport><parameters profileid='gold'/></virtualport>
                <bandwidth><inbound average='1000'/></bandwidth>
              </portgroup>
              <portgroup name='guests'>
                <bandwidth><outbound average='128'/></bandwidth>
              </portgroup>
            </network>
            """
        let moved = try Self.revision(text) { $0.portGroups = ["staff,vlan=10,vlan=20", "guests,default=yes"] }
        let steps = moved.parts.flatMap(\.steps)
        #expect(steps.map(\.command) == [.modify, .modify])
        let expected = text.replacing(" default='yes'", with: "").replacing(
            "name='guests'", with: "name='guests' default='yes'")
        let wanted = try XMLElement(parsing: expected)
        #expect(moved.view.element.semanticallyEquals(wanted))
        #expect(steps[0].xml.contains("profileid='gold'") && steps[1].xml.contains("average='128'"))

        let other = try Self.revision(text) { $0.portGroups = ["staff,vlan=10,vlan=30,default=yes"] }
        let tagged = other.view.portGroups[0]
        #expect(tagged.vlanTags == [10, 30] && tagged.vlanTrunk == true && tagged.isDefault == true)
        let xml = try tagged.element.serialized()
        #expect(
            xml.contains("<tag id='10' nativeMode='untagged'/>") && xml.contains("profileid='gold'")
                && xml.contains("average='1000'"), "\(xml)")
        let untagged = try Self.revision(text) { $0.portGroups = ["staff,default=yes"] }
        let bare = untagged.view.portGroups[0]
        #expect(bare.element.first("vlan") == nil && bare.element.first("bandwidth") != nil)
    }

    @Test func theAddressThatAChangeIsAboutIsSaidFirst() throws {
        let text = Self.text.replacing(
            "<ip address='10.20.0.1'", with: "<ip address='10.40.0.1' prefix='24'/><ip address='10.20.0.1'")
        let view = try LibvirtXML.Network(parsing: text)
        #expect(NetworkSettings(view).addresses == ["10.20.0.1/24", "10.40.0.1/24"])
        let changed = try Self.revision(text) { $0.subnet = "10.20.0.3/24" }.view
        #expect(NetworkSettings(changed).addresses == ["10.20.0.3/24", "10.40.0.1/24"])
    }

    @Test func whatCannotBeIsRefused() throws {
        for set: (inout NetworkChangeArguments) -> Void in [
            { $0.noDHCP = true }, { $0.removedDNSNames = ["nobody"] }, { $0.removedPortGroups = ["nobody"] },
            { $0.dnsNames = ["db=10.20.0.7"] }, { $0.dhcp = "10.99.0.1-5" }, { $0.kind = .bridge },
            { $0.portGroups = ["a,vlan=5"] },
        ] {
            #expect(throws: Failure.self) { try Self.revision { set(&$0) } }
        }
        let bridged = "<network><name>lab</name><forward mode='bridge'/><bridge name='br0'/></network>"
        #expect(throws: Failure.self) { try Self.revision(bridged) { $0.subnet = "10.0.0.0/24" } }
        #expect(try Self.revision(bridged) { $0.portGroups = ["a"] }.parts.count == 1)
    }
}
