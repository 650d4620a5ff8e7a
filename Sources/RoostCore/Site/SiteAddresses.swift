/// Addresses that are kept for a machine, and ports of its host that lead to it, as commands speak of them.
///
/// What each member does and throws is said where ``Machine`` has it.
public protocol SiteAddresses: SiteItem {
    func reserve(
        _ address: IPAddress, network: String?, mac: String?
    ) async throws(Failure) -> NetworkReservation
    func removeReservation(network: String?, mac: String?) async throws(Failure) -> NetworkReservation
    func publish(
        _ wishes: [PortWish], network: String?, address: IPAddress?
    ) async throws(Failure) -> PortPublication
    func unpublish(_ wishes: [PortWish]) async throws(Failure) -> [PublishedPort]
}
