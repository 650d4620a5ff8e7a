import Foundation
import TerminalOutput
import Testing

@testable import RoostClient
@testable import RoostCore
@testable import RoostServer

struct NetworkTests {
    private static let card = """
        <interface type='network'><mac address='52:54:00:00:00:01'/><source network='default'/></interface>
        """

    private static func json(_ value: some Encodable) throws -> String { try OutputFormat.json.render(value) { "" } }

    private static func both(
        _ world: ClientWorld, _ run: (any Site) async throws -> any Encodable
    ) async throws -> (through: String, direct: String) {
        func said(_ site: any Site) async throws -> String {
            do {
                return try json(try await run(site))
            } catch let failure as Failure {
                return "\(failure.kind.name): \(failure) – \(failure.remedy ?? "")"
            }
        }
        return (try await said(try await world.site()), try await said(world.fleet))
    }

    @Test func whatIsAskedAboutAddressesAndPortsIsAnsweredAsByTheHostItself() async throws {
        try await ClientWorld.run(hosts: ["alpha", "beta"], devices: Self.card) { world in
            let address = try #require(IPAddress("192.168.122.50"))
            let wishes: [@Sendable (any Site) async throws -> any Encodable] = [
                { try await $0.leaseRows([]).values.flatMap { $0.value } },
                { try await $0.leaseRows(["alpha/def*"]).values.flatMap { $0.value } },
                { try await $0.leaseRows(["alpha/other"]).values.flatMap { $0.value } },
                { try await $0.publishedPortRows([]).values.flatMap { $0.value } },
                { try await $0.publishedPortRows(["beta/m1"]).values.flatMap { $0.value } },
                { try await $0.publishedPortRows(["beta/none"]).values.flatMap { $0.value } },
                { try await $0.machine("beta/m1").reserve(address, network: "lab", mac: nil) },
                { try await $0.machine("beta/m1").reserve(address, network: nil, mac: nil) },
                { try await $0.machine("beta/m1").publish([try PortWish("8080:80")], network: nil, address: nil) },
                { try await $0.network("alpha/default").editing().label },
                { try await $0.place(of: "alpha/x").host.restorePublishedPorts() },
                { try await $0.onlyHost().name },
            ]
            for (number, wish) in wishes.enumerated() {
                let (through, direct) = try await Self.both(world, wish)
                switch number {
                // The server calls its machines by their names alone, and the editor is the host's.
                case 6, 7, 8: #expect(through.replacing("beta/", with: "") == direct.replacing("beta/", with: ""))
                case 9: #expect(through.hasPrefix("usage") && through.contains("--server"))
                case 11: #expect(through.hasPrefix("usage") && direct.hasPrefix("usage"))
                default: #expect(through == direct, "\(number)")
                }
            }
        }
    }

    @Test func aNetworkIsPlannedMadeAndDeletedAsItWasShown() async throws {
        try await ClientWorld.run { world in
            let (site, fleet) = (try await world.site(), world.fleet)
            var wanted = NetworkArguments(name: "lab")
            (wanted.subnet, wanted.domain, wanted.mtu) = ("10.20.0.0/24", "lab.example", "1400")
            let (host, name) = try await site.place(of: "alpha/lab")
            #expect(host.name == "alpha" && name == "lab" && host.label("lab") == "alpha/lab")
            let plan = try await host.making(wanted)
            #expect(try await plan.xml() == fleet.onlyHost().making(wanted).xml())
            let made = try await plan.make()
            #expect(try await Self.json(made) == Self.json(site.network("lab").details()))
            #expect(made.network.active && made.network.autostart && made.mtu == 1400)

            let network = try await site.network("lab")
            var wrong = wanted
            (wrong.subnet, wrong.name) = ("192.168.122.128/25", "lab2")
            for (arguments, kind) in [(wrong, FailureKind.exists), (NetworkArguments(name: "a b/c"), .usage)] {
                let said = await [host, try await fleet.onlyHost()].asyncMap { host in
                    await attempt { () throws(Failure) in _ = try await host.making(arguments) }.failure
                }
                #expect(said[0]?.kind == kind && said[0]?.description == said[1]?.description, "\(said)")
            }

            let late = try await network.deleting(force: false)
            #expect(late.shown.network == "lab" && late.label == "lab")
            try await network.stop()
            // It is not any more what was shown.
            let refusal = await attempt { () throws(Failure) in try await late.delete() }.failure
            #expect(refusal?.kind == .state, "\(String(describing: refusal))")
            try await network.deleting(force: false).delete()
            #expect(try await site.networkRows([]).values[0].value.map(\.name) == ["default"])
        }
    }

    @Test func whatIsTypedArrivesAsItIs() throws {
        var wanted = NetworkArguments(name: "office")
        (wanted.bridge, wanted.vlans, wanted.portGroups) = ("br0", ["7", "8"], ["red,vlan=9,default=yes"])
        (wanted.kind, wanted.isOpenVSwitch, wanted.start, wanted.autostart) = (.bridge, true, false, false)
        var lab = NetworkArguments(name: "lab")
        (lab.subnet, lab.noDHCP, lab.ipv6, lab.domain) = ("10.20.0.0/24", true, "auto", "lab.example")
        (lab.mtu, lab.dnsNames, lab.mayOverlap) = ("1400", ["db=10.20.0.5"], true)
        for arguments in [wanted, lab] {
            let sent = try JSONEncoder().encode(RoostClient.NetworkOrder(arguments))
            let come = try JSONDecoder().decode(ServerNetworkOrder.self, from: sent)
            #expect(try come.request() == arguments.request())
            try Self.knows(ServerNetworkOrder.fields, sent)
        }
        var change = NetworkChangeArguments()
        (change.kind, change.subnet, change.dhcp, change.ipv6) = (.route, "10.20.0.0/24", "auto", "none")
        (change.domain, change.mtu, change.autostart, change.mayOverlap) = ("none", "9000", false, true)
        (change.dnsNames, change.removedDNSNames) = (["db=10.20.0.5"], ["old"])
        (change.portGroups, change.removedPortGroups) = (["red"], ["blue"])
        let sent = try JSONEncoder().encode(RoostClient.NetworkChangeOrder(change))
        let come = try JSONDecoder().decode(ServerNetworkChangeOrder.self, from: sent)
        #expect(try come.change() == change.change())
        try Self.knows(ServerNetworkChangeOrder.fields, sent)
    }

    private static func knows(_ fields: Set<String>, _ sent: Data) throws {
        let object = try #require(try JSONSerialization.jsonObject(with: sent) as? [String: Any])
        #expect(fields.isSuperset(of: object.keys))
    }

    @Test func aNetworkInUseIsDeletedByForceAlone() async throws {
        try await ClientWorld.run(devices: Self.card) { world in
            for site in [try await world.site() as any Site, world.fleet] {
                let network = try await site.network("default")
                let refusal = await attempt { () throws(Failure) in _ = try await network.deleting(force: false) }
                    .failure
                #expect(refusal?.why == "m0, m1, m2 run and use it", "\(String(describing: refusal))")
            }
            let forced = try await world.site().network("default").deleting(force: true)
            #expect(forced.shown.running == ["m0", "m1", "m2"])
            try await forced.delete()
            #expect(try await world.site().networkRows([]).values[0].value.isEmpty)
        }
    }
}

extension Result {
    fileprivate var failure: Failure? {
        if case .failure(let error) = self { error } else { nil }
    }
}

extension Array {
    fileprivate func asyncMap<Value>(_ body: (Element) async throws -> Value) async rethrows -> [Value] {
        var values: [Value] = []
        for element in self { values.append(try await body(element)) }
        return values
    }
}
