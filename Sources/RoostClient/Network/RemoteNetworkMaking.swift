import NIOHTTP1
import RoostCore

/// A network that the server has decided, and will decide the same way when it is made.
struct RemoteNetworkMaking: SiteNetworkMaking {
    struct Plan: Decodable {
        let xml: String
        let warnings: [String]
    }

    let place: ServerPlace
    let order: NetworkOrder
    let plan: Plan

    var notices: [String] { plan.warnings }

    func xml() throws(Failure) -> String { plan.xml }

    func make() async throws(Failure) -> NetworkDetails {
        try await place.server.ask(
            try .sending(.POST, place.path + ["networks"], order), for: NetworkDetails.self,
            task: "Cannot create network \(place.label(order.name))")
    }
}
