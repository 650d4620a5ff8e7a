import NIOHTTP1
import RoostCore

extension RemoteMachine {
    private struct Reservation: Encodable {
        let address: String
        let network: String?
        let mac: String?
    }

    func reserve(
        _ address: IPAddress, network: String?, mac: String?
    ) async throws(Failure) -> NetworkReservation {
        try await reservation(
            try .sending(
                .PUT, path + ["reservation"],
                Reservation(address: address.description, network: network, mac: mac)),
            task: "Cannot keep \(address) for \(label)")
    }

    func removeReservation(network: String?, mac: String?) async throws(Failure) -> NetworkReservation {
        let query = [("network", network), ("mac", mac)].compactMap { name, value in value.map { (name, $0) } }
        return try await reservation(
            .delete(path + ["reservation"], query: query), task: "Cannot give the address of \(label) free")
    }

    private func reservation(_ request: ServerRequest, task: String) async throws(Failure) -> NetworkReservation {
        var made = try await server.ask(request, for: NetworkReservation.self, task: task)
        made.machine = label
        return made
    }

    private struct PortOrder: Encodable {
        let ports: [String]
        let network: String?
        let address: String?
    }

    func publish(
        _ wishes: [PortWish], network: String?, address: IPAddress?
    ) async throws(Failure) -> PortPublication {
        let words = wishes.map(\.description)
        let order = PortOrder(ports: words, network: network, address: address?.description)
        var done = try await server.ask(
            try .sending(.POST, path + ["ports"], order), for: PortPublication.self,
            task: "Cannot lead \(words.joined(separator: ", ")) to \(label)")
        done.machine = label
        done.reservation?.machine = label
        return done
    }

    func unpublish(_ wishes: [PortWish]) async throws(Failure) -> [PublishedPort] {
        try await server.ask(
            .delete(path + ["ports"], query: wishes.map { ("port", $0.description) }), for: Page<PublishedPort>.self,
            task: "Cannot take ports of \(label) back"
        ).items
    }
}
