import Libvirt
import LibvirtXML

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// What has come of a pull that was cut off, in a pool of its host, from where a later one goes on.
struct PartialPull: Sendable {
    /// What the bytes are of. It lies in a small volume beside them.
    struct Facts: Hashable, Sendable, Codable {
        var source: String
        /// As the server gave it with the bytes.
        var validator: String
        /// Of all of it, in bytes.
        var total: UInt64?
        /// What they were to have when they came.
        var checksum: ImageChecksum?
    }

    let pool: Pool
    /// Of the volume with the bytes.
    let name: PartialName
    private let factsName: PartialName
    let task: String

    /// - Parameter source: the address; each has a volume of its own, which is found again by it.
    init(of image: String, from source: ImageAddress, in pool: Pool, task: String) {
        self.pool = pool
        self.task = task
        let key = ShortHash.of(source.text)
        name = PartialName(for: image, key: key)
        factsName = PartialName(for: "\(image).json", key: key)
    }

    /// What is there and can be gone on with.
    func find(_ source: ImageAddress, _ checksum: ImageChecksum?) async throws(Failure) -> (
        volume: Volume, facts: Facts
    )? {
        guard let volume = try await pool.volume(named: name.text),
            let record = try await pool.volume(named: factsName.text)
        else { return nil }
        let bytes = try await record.bytes(UInt64(ImageRecord.largest), from: 0, for: task)
        guard let facts = try? JSONDecoder().decode(Facts.self, from: Data(bytes)), facts.source == source.text,
            facts.checksum == checksum
        else { return nil }
        return (volume, facts)
    }

    /// An empty volume under a name of its own.
    static func description(_ image: String) -> LibvirtXML.Volume {
        LibvirtXML.Volume(name: PartialName(for: image).text, capacity: 0, format: .raw, allocation: 0)
    }

    /// Makes an empty volume, in place of what was there.
    func make() async throws(Failure) -> Volume {
        try await remove()
        return try await pool.create(
            LibvirtXML.Volume(name: name.text, capacity: 0, format: .raw, allocation: 0), for: task)
    }

    func note(_ facts: Facts) async throws(Failure) {
        let bytes: [UInt8]
        do {
            bytes = Array(try JSONEncoder().encode(facts))
        } catch {
            throw Failure(.general, task, why: "\(error)")
        }
        if let old = try await pool.volume(named: factsName.text) { try await old.remove() }
        let volume = try await pool.create(
            LibvirtXML.Volume(name: factsName.text, capacity: 0, format: .raw, allocation: 0), for: task)
        try await volume.write(bytes, for: task)
    }

    /// Whether a later pull can go on with it.
    func hasFacts() async throws(Failure) -> Bool { try await pool.volume(named: factsName.text) != nil }

    func forget() async throws(Failure) {
        if let old = try await pool.volume(named: factsName.text) { try await old.remove() }
    }

    func remove() async throws(Failure) {
        try await forget()
        if let old = try await pool.volume(named: name.text) { try await old.remove() }
    }
}
