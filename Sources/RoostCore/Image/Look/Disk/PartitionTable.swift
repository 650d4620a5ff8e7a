#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// What `sfdisk --json` says of a disk.
struct PartitionTable: Equatable {
    struct Partition: Equatable {
        let number: Int
        /// In bytes, inside the disk.
        let offset: UInt64
        let size: UInt64
        /// A GUID, or the two hexadecimal digits of an MBR.
        let type: String
        let name: String?
        let uuid: String?
    }

    /// "gpt" or "dos", among others.
    let kind: String
    let partitions: [Partition]

    private static let most = 256

    private struct Report: Decodable {
        struct Table: Decodable {
            let label: String
            let sectorsize: UInt64?
            let partitions: [Row]?
        }
        struct Row: Decodable {
            let node: String
            let start: UInt64
            let size: UInt64
            let type: String
            let name: String?
            let uuid: String?
        }
        let partitiontable: Table
    }

    /// - Parameters:
    ///   - device: the file that was asked about; a partition's is that name with its number behind it.
    ///   - size: of the disk, in bytes; what lies outside is left out.
    /// - Returns: nil for what is no such report.
    init?(json: [UInt8], device: String, size: UInt64) {
        // Of a disk without a table sfdisk says nothing.
        guard let table = try? JSONDecoder().decode(Report.self, from: Data(json)).partitiontable else { return nil }
        let sector = table.sectorsize ?? 512
        kind = table.label
        partitions = (table.partitions ?? []).prefix(Self.most).compactMap { row in
            let (offset, early) = row.start.multipliedReportingOverflow(by: sector)
            let (length, late) = row.size.multipliedReportingOverflow(by: sector)
            guard !early, !late, length > 0, offset < size, length <= size - offset,
                // A name that ends in a digit gets a "p" in between.
                let number = Int(row.node.dropFirst(device.count).drop { $0 == "p" }), number > 0
            else { return nil }
            return Partition(
                number: number, offset: offset, size: length, type: row.type, name: row.name, uuid: row.uuid)
        }
    }
}
