/// A volume group as the text at the beginning of a physical volume describes it. Only volumes that lie in one piece are read.
struct LVMGroup: Equatable {
    struct LogicalVolume: Equatable {
        let name: String
        /// In bytes, from the beginning of the physical volume.
        let offset: UInt64
        let size: UInt64
    }

    let name: String
    let volumes: [LogicalVolume]
    /// The names of those that are striped, mirrored, thin or lie in several pieces.
    let others: [String]

    /// How much of a physical volume is searched, in bytes.
    static let wanted = 1 << 20
    private static let mostVolumes = 128

    /// - Parameter head: the first bytes of a physical volume.
    init?(_ head: [UInt8]) {
        // Older texts stay behind in the ring; the one with the highest number is the present one.
        var best: (sequence: UInt64, group: LVMBlock)?
        for text in Self.texts(in: head) {
            guard let block = LVMBlock(parsing: text),
                let group = block.blocks.first(where: { $0.number("seqno") != nil })
            else { continue }
            let sequence = group.number("seqno") ?? 0
            if best.map({ sequence > $0.sequence }) ?? true { best = (sequence, group) }
        }
        guard let group = best?.group, let extent = group.number("extent_size"), extent > 0, extent < 1 << 32 else {
            return nil
        }
        let physical = group.block("physical_volumes")?.blocks ?? []
        var (volumes, others): ([LogicalVolume], [String]) = ([], [])
        for volume in (group.block("logical_volumes")?.blocks ?? []).prefix(Self.mostVolumes) {
            if let place = Self.place(of: volume, on: physical, extent: extent) {
                volumes.append(LogicalVolume(name: volume.name, offset: place.offset, size: place.size))
            } else if volume.words("status").contains("VISIBLE") {
                others.append(volume.name)
            }
        }
        (name, self.volumes, self.others) = (group.name, volumes, others)
    }

    private static func place(
        of volume: LVMBlock, on physical: [LVMBlock], extent: UInt64
    ) -> (offset: UInt64, size: UInt64)? {
        // With several physical volumes the one at hand is not known to be the one that is meant.
        guard volume.words("status").contains("VISIBLE"), volume.number("segment_count") == 1,
            let segment = volume.blocks.first, segment.words("type") == ["striped"],
            segment.number("stripe_count") == 1,
            let count = segment.number("extent_count"), let first = segment.words("stripes").last.flatMap(UInt64.init),
            physical.count == 1, let start = physical[0].number("pe_start"),
            count < 1 << 31, first < 1 << 31, start < 1 << 40
        else { return nil }
        let (size, large) = count.multipliedReportingOverflow(by: extent * 512)
        let (place, far) = first.multipliedReportingOverflow(by: extent * 512)
        guard !large, !far, place < 1 << 62 else { return nil }
        return (start * 512 + place, size)
    }

    private static let marker = Array("contents = \"Text Format Volume Group\"".utf8)

    /// The texts end in a zero byte; each begins with its group's name, before the marker.
    private static func texts(in head: [UInt8]) -> [String] {
        var texts: [String] = []
        for piece in head.split(separator: 0) where piece.count > marker.count && texts.count < 64 {
            guard String(decoding: piece, as: UTF8.self).contains("contents = \"Text Format Volume Group\"") else {
                continue
            }
            texts.append(String(decoding: piece, as: UTF8.self))
        }
        return texts
    }
}
