import HTTPTypes
import RoostCore
import Testing

@testable import RoostServer

@Suite(.timeLimit(.minutes(2))) struct ReachTests {
    /// What an operator cannot have made cannot be attached later either.
    @Test(arguments: ["bridge=br0", "type=direct,source=eth0", "type=ethernet"])
    func anOperatorAttachesNothingPastTheHostsNetworks(_ interface: String) async throws {
        let world = try await APIWorld(machines: 1)
        let place = try await world.place("m0")
        try await world.run(as: .operator) { visitor async throws in
            let new = try await visitor.api(.post, "\(place)/interfaces", #"{"interface":"\#(interface)"}"#)
            #expect(new.status == 403 && new.body.contains("administrator"), "\(new.body)")
            let changed = try await visitor.api(
                .patch, "\(place)/interfaces/52:54:00:00:00:01", #"{"changes":"\#(interface)"}"#)
            #expect(changed.status == 403 && changed.body.contains("administrator"), "\(changed.body)")
        }
    }

    /// What an administrator has bridged stays on its VLAN, behind its filter, by its address.
    @Test func anOperatorMovesNoBridgedCardToAnotherVLAN() async throws {
        let (bridged, ordinary) = ("52:54:00:aa:00:01", "52:54:00:aa:00:02")
        let world = try await APIWorld(
            machines: 1,
            devices: """
                <interface type='bridge'><mac address='\(bridged)'/><source bridge='br0'/><model type='virtio'/></interface>
                <interface type='network'><mac address='\(ordinary)'/><source network='default'/><model type='virtio'/></interface>
                """)
        let place = try await world.place("m0")
        try await world.run(as: .operator) { visitor async throws in
            for changes in [
                "vlan.tag0.id=7", "vlan.trunk=yes", "virtualport.type=openvswitch", "filterref=none-such",
                "trustGuestRxFilters=yes", "mac=52:54:00:aa:00:03", "link=down,vlan.tag0.id=7",
            ] {
                let answer = try await visitor.api(
                    .patch, "\(place)/interfaces/\(bridged)", #"{"changes":"\#(changes)"}"#)
                #expect(answer.status == 403 && answer.problem == "permission", "\(changes): \(answer.body)")
            }
            for (card, changes) in [(bridged, "model=e1000"), (ordinary, "mac=52:54:00:aa:00:04")] {
                let answer = try await visitor.api(.patch, "\(place)/interfaces/\(card)", #"{"changes":"\#(changes)"}"#)
                #expect(answer.status != 403, "\(changes): \(answer.body)")
            }
        }
    }
}
