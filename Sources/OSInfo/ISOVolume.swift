/// The names in the volume descriptors of an ISO 9660 image.
struct ISOVolume: Sendable, Hashable {
    let systemID: String?
    let volumeID: String?
    let publisherID: String?
    let applicationID: String?
    /// In bytes, as the image says it.
    let size: UInt64
    /// The second descriptor is an El Torito boot record.
    let isBootable: Bool

    private static let sector = 2048

    init(path: String) throws(OSDatabaseError) {
        let bytes = try RegularFile.read(path: path, offset: 16 * Self.sector, count: 2 * Self.sector)
        guard let volume = ISOVolume(descriptors: bytes) else { throw .notAnISO(path: path) }
        self = volume
    }

    /// - Parameter head: the image's first bytes, at least 36 KiB.
    init?(head: [UInt8]) {
        self.init(descriptors: Array(head.dropFirst(16 * Self.sector).prefix(2 * Self.sector)))
    }

    /// - Parameter bytes: sectors 16 and 17; nil where they are not those of an ISO 9660 image.
    private init?(descriptors bytes: [UInt8]) {
        guard bytes.count == 2 * Self.sector, bytes[0] == 1, bytes[1..<6].elementsEqual("CD001".utf8) else {
            return nil
        }
        /// Padded with spaces, or by some writers with zeros.
        func text(at offset: Int, length: Int) -> String? {
            var name = bytes[offset..<offset + length].prefix { $0 != 0 }
            while name.last == UInt8(ascii: " ") { name.removeLast() }
            return name.isEmpty ? nil : String(decoding: name, as: UTF8.self)
        }
        func number(at offset: Int, length: Int) -> UInt64 {
            bytes[offset..<offset + length].reversed().reduce(0) { $0 << 8 | UInt64($1) }
        }
        systemID = text(at: 8, length: 32)
        volumeID = text(at: 40, length: 32)
        publisherID = text(at: 318, length: 128)
        applicationID = text(at: 574, length: 128)
        size = number(at: 80, length: 4) * number(at: 128, length: 2)
        let second = bytes[Self.sector...]
        isBootable = second.first == 0 && second.dropFirst(7).starts(with: "EL TORITO SPECIFICATION".utf8)
    }
}
