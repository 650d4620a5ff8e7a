import LibvirtXML
import Testing

@testable import RoostCore

@Suite struct DeviceSearchTests {
    private static func search(live: String?, next: String?) async throws -> DeviceSearch {
        let world = try await TestWorld(off: ["web1"])
        func domain(_ devices: String) throws -> Domain {
            try Domain(parsing: "<domain type='test'><name>web1</name><devices>\(devices)</devices></domain>")
        }
        return DeviceSearch(
            machine: try await world.host.machine("web1"),
            definitions: MachineDefinitions(
                live: try live.map(domain), next: try next.map(domain), hasSavedState: false))
    }

    private static func disk(_ target: String, _ file: String = "/a", device: String = "disk") -> String {
        """
        <disk type='file' device='\(device)'><source file='\(file)'/><target dev='\(target)'/>
          <alias name='ua-\(target)'/></disk>
        """
    }

    @Test func aDiskIsFoundByWhatIdentifiesItInBothDefinitions() async throws {
        let search = try await Self.search(
            live: Self.disk("vdb", "/b") + Self.disk("vda"), next: Self.disk("vda") + Self.disk("vdc", "/c"))
        for text in ["vda", "ua-vda", "/a"] {
            let found = try search.disk(text)
            #expect(found.target == "vda" && found.live != nil && found.next != nil)
        }
        #expect(try search.disk("/b").next == nil)
        #expect(try search.disk("vdc").live == nil)
        #expect(throws: Failure.self) { try search.disk("vdd") }
    }

    @Test func aFileOfTwoDisksNamesNoneOfThem() async throws {
        let search = try await Self.search(live: nil, next: Self.disk("vda") + Self.disk("vdb"))
        let failure = #expect(throws: Failure.self) { try search.disk("/a") }
        #expect(failure?.kind == .usage && failure?.what.contains("vda, vdb") == true)
    }

    @Test func theOnlyDriveNeedsNoName() async throws {
        let one = try await Self.search(live: nil, next: Self.disk("vda") + Self.disk("sda", device: "cdrom"))
        #expect(try one.drive(nil).target == "sda")
        #expect(throws: Failure.self) { try one.drive("vda") }
        let two = try await Self.search(
            live: nil, next: Self.disk("sdb", device: "cdrom") + Self.disk("sda", device: "cdrom"))
        #expect(throws: Failure.self) { try two.drive(nil) }
        #expect(try two.drive("sdb").target == "sdb")
        let none = try await Self.search(live: nil, next: Self.disk("vda"))
        let failure = #expect(throws: Failure.self) { try none.drive(nil) }
        #expect(failure?.remedy?.contains("roost disk attach web1 device=cdrom") == true)
    }

    @Test func anInterfaceIsFoundByAddressAliasAndDevice() async throws {
        let card = """
            <interface type='network'><mac address='52:54:00:AA:00:01'/><source network='default'/>
              <target dev='vnet7'/><alias name='net0'/></interface>
            """
        let search = try await Self.search(live: card, next: card.replacing("<target dev='vnet7'/>", with: ""))
        for text in ["52:54:00:aa:00:01", "52:54:00:AA:00:01", "vnet7", "net0"] {
            let found = try search.interface(text)
            #expect(found.live != nil && found.next != nil)
        }
        #expect(throws: Failure.self) { try search.interface("vnet8") }
    }

    @Test func whoMayNotReadTheHostsFilesGetsNoneAsADisk() async throws {
        let world = try await TestWorld(off: ["web1"])
        let machine = try await world.host.machine("web1")
        let rule = HostFileRule(pools: [])
        let context = RequestContext(workingDirectory: nil)
        for text in ["/etc/shadow", "size=1,backing_store=/etc/shadow,backing_format=raw", "/etc/shadow,device=cdrom"] {
            let device = try NewDevice.disk(parsing: text, in: context)
            await expectFailure(.permission) { _ = try await machine.prepare(device, rule: rule) }
            await expectFailure(.permission) {
                _ = try await machine.changeMedium(
                    .change(try Machine.medium(parsing: "/etc/shadow", in: context)), rule: rule)
            }
        }
    }
}
