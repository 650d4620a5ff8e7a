import Hummingbird

/// A list, or a page of one.
struct Listing<Item: Codable & Sendable>: ResponseEncodable, Codable, Sendable {
    let items: [Item]
    /// How many there are in all.
    let total: Int
    /// The `cursor` of the next page; none after the last.
    let next: String?

    /// All there is.
    init(_ items: [Item]) { self.init(items, total: items.count, next: nil) }

    init(_ items: [Item], total: Int, next: String?) {
        self.items = items
        self.total = total
        self.next = next
    }
}
