import Foundation

/// What opens one console once. The secret goes as WebSocket subprotocol `roost.ticket.<ticket>`: unlike an address, no log
/// and no history keeps that.
struct ConsoleTicket: Codable, Sendable {
    static let subprotocolPrefix = "roost.ticket."

    let ticket: String
    let expires: Date
}
