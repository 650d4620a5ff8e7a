import Foundation

/// A key for programs: acts for a person, with no more than the given role.
struct Token: Hashable, Sendable {
    let id: TokenID
    let user: String
    let name: String
    let role: Role
    /// The only host that it is for; nil for all.
    let host: String?
    let created: Date
    let expires: Date
    var used: Date?
}
