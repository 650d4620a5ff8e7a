/// An address that a machine always gets, and what came of asking for it.
public struct NetworkReservation: Hashable, Sendable, Codable {
    public enum Outcome: String, Hashable, Sendable, Codable {
        case made
        case changed
        /// It was so already.
        case unchanged
        case removed
    }

    public var machine: String
    public var network: String
    public var mac: String
    public var address: IPAddress
    public var outcome: Outcome
    /// The address that the machine's card has now, where it runs and that is another one: it changes when it asks again.
    public var present: IPAddress?
}
