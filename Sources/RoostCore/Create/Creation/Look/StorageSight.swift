/// What lies at a place that a request names.
struct StorageSight: Sendable {
    var facts: StorageFacts
    /// The images that it starts from, the nearest first, as absolute paths; as far as they could be seen.
    var backing: [String] = []
}
