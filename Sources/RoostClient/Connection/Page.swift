/// A list of the API, or a page of one.
struct Page<Item: Decodable & Sendable>: Decodable, Sendable {
    let items: [Item]
    /// Where the next page begins; nil after the last.
    let next: String?
}
