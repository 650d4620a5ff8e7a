import NIOHTTP1
public import RoostCore

extension ServerPlace {
    public func making(_ network: NetworkArguments) async throws(Failure) -> any SiteNetworkMaking {
        let order = try NetworkOrder(network)
        let plan = try await server.ask(
            try .sending(.POST, path + ["networks", "plan"], order), for: RemoteNetworkMaking.Plan.self,
            task: "Cannot create network \(label(network.name))")
        return RemoteNetworkMaking(place: self, order: order, plan: plan)
    }

    private struct Restored: Decodable {
        let machines: Int
    }

    public func restorePublishedPorts() async throws(Failure) -> Int {
        try await server.ask(
            .post(path + ["ports", "restoration"]), for: Restored.self,
            task: "Cannot put the forwards of \(name) into force"
        ).machines
    }
}
