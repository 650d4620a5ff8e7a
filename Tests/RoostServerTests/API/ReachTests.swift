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
}
