/// An image that is known by name, and where its publisher offers it.
public struct CatalogueEntry: Hashable, Sendable, Codable {
    /// What is fetched for one architecture.
    public struct Offer: Hashable, Sendable, Codable {
        /// Address of the image.
        public var image: String
        /// Address of the file with its checksum.
        public var checksum: String
    }

    public var name: String
    /// In words: "Debian 12 (bookworm)".
    public var title: String
    /// osinfo's short id.
    public var os: String?
    /// Who logs in by default.
    public var user: String?
    /// How the publisher's checksums are to be read.
    public var checksums: ChecksumFile.Form
    /// By architecture, as `uname -m` names it.
    public var offers: [String: Offer]

    /// The architectures that can be in a catalogue.
    static let architectures = ["x86_64", "aarch64"]

    /// - Throws: ``Failure`` of kind notFound for an architecture that it is not offered for.
    func offer(for architecture: String) throws(Failure) -> Offer {
        if let offer = offers[architecture] { return offer }
        throw Failure(
            .notFound, "There is no image '\(name)' for \(ValueProblem.quote(architecture))",
            why: "its publisher offers it for \(offers.keys.sorted().joined(separator: " and "))",
            remedy: "Choose another one: roost image list --catalogue")
    }
}
