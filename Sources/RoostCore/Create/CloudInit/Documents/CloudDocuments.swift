/// What cloud-init of a new guest is told: the files of its seed (data source NoCloud).
public struct CloudDocuments: Hashable, Sendable {
    /// Who the guest is.
    public let metaData: String
    /// What is to be done in it.
    public let userData: String
    /// Its network; nil leaves it to DHCP on the first card.
    public let networkConfig: String?

    /// - Parameters:
    ///   - instance: another one makes cloud-init take the guest for a new one.
    ///   - cards: the addresses of its cards, first to last; nil for one that libvirt chooses.
    init(
        _ request: CloudRequest, _ material: CloudMaterial, user: String?, os: String?, instance: String,
        cards: [String?]
    ) {
        var meta = YAMLText()
        meta.add("instance-id", .text("iid-\(instance)"))
        meta.add("local-hostname", .text(request.hostname))
        metaData = meta.document()
        userData =
            material.userData
            ?? CloudConfig(request: request, material: material, user: user, os: os).document()
        networkConfig =
            material.networkConfig ?? request.network.map { CloudNetwork(network: $0, cards: cards).document() }
    }

    /// All of it for a person's eyes. To be made of masked material.
    public var text: String {
        let parts = [("meta-data", metaData), ("user-data", userData), ("network-config", networkConfig)]
        return parts.compactMap { name, text in text.map { "# \(name)\n\($0)" } }.joined(separator: "\n")
    }

    /// The names that cloud-init looks for, and what is in them.
    var files: [(name: String, bytes: [UInt8])] {
        let all = [("meta-data", metaData), ("user-data", userData), ("network-config", networkConfig)]
        return all.compactMap { name, text in text.map { (name, Array($0.utf8)) } }
    }
}
