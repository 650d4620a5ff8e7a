import LibvirtXML

/// What only a machine's description tells of it: read when that changes, and kept.
struct LiveMachineFacts: Hashable, Sendable {
    /// Characters of a title or of notes that a row keeps, and of a tag.
    static let longest = 200
    private static let mostTags = 50
    private static let mostCards = 32

    var title: String?
    var notes: String?
    var tags: [String]
    var os: String?
    var isTemplate: Bool
    var vcpus: Int?
    var memory: UInt64?
    var maximumMemory: UInt64?
    /// The hardware addresses of its cards.
    var cards: [String]

    init(_ description: LibvirtXML.Domain) {
        let metadata = MachineMetadata(of: description)
        title = description.title.map(Self.short)
        notes = description.description.map(Self.short)
        // Whoever may define machines may write anything there; thousands of rows must stay small.
        tags = metadata.tags.prefix(Self.mostTags).map(Self.short)
        os = description.osInfo.map { Self.short($0.name ?? $0.id) }
        isTemplate = metadata.isTemplate
        vcpus = (description.currentVCPUs ?? description.maximumVCPUs).map { Int(clamping: $0) }
        memory = description.currentMemory ?? description.memory
        maximumMemory = description.memory
        cards = description.devices.interfaces.compactMap(\.mac).prefix(Self.mostCards).map {
            Self.short($0.lowercased())
        }
    }

    private static func short(_ text: String) -> String {
        String(text.prefix(longest).unicodeScalars.prefix(4 * longest))
    }
}
