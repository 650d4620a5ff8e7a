import Libvirt
import LibvirtXML

extension Machine {
    /// Keeps an address of a network's DHCP for this machine: for the running network and for its next start. Maps to
    /// `virNetworkUpdate`.
    /// - Parameters:
    ///   - network: the network's name; nil where the machine has one card on any.
    ///   - mac: of the card, where several are on that network.
    /// - Throws: ``Failure``: of kind usage for an address that the network cannot give, of kind exists for one that another
    ///   machine has or is kept for.
    public func reserve(
        _ address: IPAddress, network: String? = nil, mac: String? = nil
    ) async throws(Failure) -> NetworkReservation {
        let task = "Cannot keep \(address) for \(label)"
        let card = try await networkCard(network: network, mac: mac, for: task)
        let found = try await host.network(exactly: card.network)
        return try await found.reserve(address, for: card, of: self, task)
    }

    /// Gives the address free that is kept for this machine.
    /// - Throws: ``Failure`` of kind notFound where none is.
    public func removeReservation(
        network: String? = nil, mac: String? = nil
    ) async throws(Failure) -> NetworkReservation {
        let task = "Cannot give the address of \(label) free"
        let card = try await networkCard(network: network, mac: mac, for: task)
        return try await host.network(exactly: card.network).removeReservation(of: card, task, machine: label)
    }

    /// The one card on a network of libvirt that is meant.
    func networkCard(network: String?, mac: String?, for task: String) async throws(Failure) -> NetworkCard {
        let domain = domain
        let text = try await doing(task) { () throws(LibvirtError) in try await domain.xml() }
        let view: LibvirtXML.Domain
        do { view = try LibvirtXML.Domain(parsing: text) } catch { throw Failure(.general, task, why: "\(error)") }
        let all = view.devices.interfaces.compactMap { card -> NetworkCard? in
            guard case .network(let network) = card.source, let mac = card.mac else { return nil }
            return NetworkCard(network: network, mac: mac.lowercased())
        }
        let cards = all.filter { card in
            (network.map { $0 == card.network } ?? true) && (mac.map { $0.lowercased() == card.mac } ?? true)
        }
        if let card = cards.first, cards.count == 1 { return card }
        let known = all.map { "\($0.mac) on \($0.network)" }.joined(separator: ", ")
        guard cards.isEmpty else {
            throw Failure(
                .usage, task, why: "it has \(cards.count) cards: \(known)",
                remedy: Set(cards.map(\.network)).count > 1
                    ? "Name the network: --network NAME" : "Name the card: --mac ADDRESS")
        }
        throw Failure(
            .notFound, task,
            why: all.isEmpty
                ? "it has no card on a virtual network" : "it has no such card; those on networks are: \(known)",
            remedy: all.isEmpty ? "Addresses on other kinds of networks are given by whoever runs them." : nil)
    }
}

/// A machine's card on a virtual network.
struct NetworkCard: Hashable, Sendable {
    var network: String
    /// In lower case.
    var mac: String
}
