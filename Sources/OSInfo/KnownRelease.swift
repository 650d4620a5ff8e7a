/// The names of one release in the database.
struct KnownRelease: Hashable, Sendable {
    let id: String
    let shortIDs: [String]
    let name: String?
}
