/// An image that is to be fetched from the web.
public struct ImagePull: Sendable {
    /// How it is known what the bytes have to be.
    public enum Check: Hashable, Sendable {
        case checksum(ImageChecksum)
        /// The publisher's file with it, at an address.
        case file(String, ChecksumFile.Form)
        /// A person has asked for it unchecked.
        case none
    }

    public let name: String
    /// Address of the image.
    public let address: String
    public let check: Check
    /// What is known of it before it comes.
    public let record: ImageRecord
    public var pool: String?
    public var allowances = ImageAllowances()
    /// The longest that the server may say nothing.
    public var silence = Duration.seconds(30)
    /// Whether the host may fetch it by itself.
    public var mayDelegate = true

    let source: ImageAddress

    /// An image of the catalogue.
    /// - Parameters:
    ///   - architecture: as `uname -m` names it.
    ///   - name: what it is called here; nil for its name in the catalogue.
    /// - Throws: ``Failure`` of kind notFound where it is not offered for that architecture.
    public init(
        _ entry: CatalogueEntry, architecture: String, as name: String? = nil, check: Check? = nil
    ) throws(Failure) {
        let offer = try entry.offer(for: architecture)
        // Of two architectures each has its own name, so that neither passes for a newer one of the other.
        let own = architecture == "x86_64" ? entry.name : "\(entry.name)-\(architecture)"
        self.name = name ?? own
        address = offer.image
        source = try ImageAddress(offer.image)
        self.check = check ?? .file(offer.checksum, entry.checksums)
        record = try ImageRecord(
            named: self.name, origin: .pulled, source: offer.image, os: entry.os, architecture: architecture,
            user: entry.user)
    }

    /// An image at an address.
    /// - Parameter name: what it is called here; nil makes a name of the address.
    /// - Throws: ``Failure`` of kind usage.
    public init(
        address: String, as name: String? = nil, check: Check, os: String? = nil, architecture: String? = nil,
        user: String? = nil
    ) throws(Failure) {
        source = try ImageAddress(address)
        self.address = address
        self.name = if let name { name } else { try ImageRecord.name(of: source.file) }
        self.check = check
        record = try ImageRecord(
            named: self.name, origin: .pulled, source: address, os: os, architecture: architecture, user: user)
    }
}
