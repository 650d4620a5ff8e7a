import Foundation

/// One login of a person.
struct Session: Hashable, Sendable {
    let id: SessionID
    let user: String
    /// The highest role at login; ``Standings`` may have lowered it since.
    let maximumRole: Role
    let created: Date
    var used: Date
    /// Until when the maximum role may be used.
    var elevatedUntil: Date?
    let address: String
    /// What the browser calls itself, cut short.
    let agent: String

    /// What it may do now. Who may be an administrator works as an operator until the password was given once more.
    func role(at now: Date, standing: Role) -> Role {
        let highest = min(maximumRole, standing)
        if let elevatedUntil, now < elevatedUntil { return highest }
        return min(highest, .operator)
    }
}
