/// An interface of a host that could be asked to become the first port of a bridge.
public struct BridgeCard: Hashable, Sendable, Codable {
    public var name: String
    public var mac: String
    public var isUp: Bool
    /// The host's own, with their prefixes.
    public var addresses: [String]
    /// Why it cannot; nil where it can.
    public var refusal: String?
    public var remedy: String?
}

extension Host {
    /// The host's own interfaces, without those of guests and the loopback, in the order of their names.
    public func bridgeCards() async throws(Failure) -> [BridgeCard] {
        try await bridgeFacts(nic: nil, task: "Cannot list the interfaces of \(name)").cards
    }
}

extension BridgeFacts {
    var cards: [BridgeCard] {
        links.values.filter { link in
            !link.isLoopback && !["vnet", "tap", "veth"].contains { link.name.hasPrefix($0) }
        }.sorted { $0.name < $1.name }.map { link in
            let refusal = refusal(of: link, "Cannot put \(link.name) into a bridge")
            return BridgeCard(
                name: link.name, mac: link.mac, isUp: link.isUp,
                addresses: addresses.filter { $0.device == link.name }.map(\.text), refusal: refusal?.why,
                remedy: refusal?.remedy)
        }
    }
}
