import RoostCore
import Synchronization

/// Machines as JSON, each encoded once until it changes: lists and events are put together from these pieces.
final class MachineRows: Sendable {
    private struct Key: Hashable {
        let host: String
        let uuid: String
    }

    private let known = Mutex<[Key: (row: LiveMachine, bytes: [UInt8])]>([:])

    /// So many more rows than were last asked for are kept before the cache begins anew.
    private static let slack = 1000

    func bytes(of row: LiveMachine) throws -> [UInt8] {
        let key = Key(host: row.host, uuid: row.uuid)
        if let found = known.withLock({ $0[key] }), found.row == row { return found.bytes }
        let bytes = try ServerJSON.encode(row)
        known.withLock { $0[key] = (row, bytes) }
        return bytes
    }

    /// `{"items": [...], "total": n, "next": "..."}`.
    func list(_ rows: some Collection<LiveMachine>, total: Int, next: String?) throws -> [UInt8] {
        var bytes = Array(#"{"items":["#.utf8)
        bytes.reserveCapacity(rows.count * 640 + 64)
        for (index, row) in rows.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            bytes += try self.bytes(of: row)
        }
        bytes += Array("],\"total\":\(total)".utf8)
        // A cursor is base64: nothing in it needs escaping.
        if let next { bytes += Array(",\"next\":\"\(next)\"".utf8) }
        bytes.append(UInt8(ascii: "}"))
        return bytes
    }

    /// Forgets rows of machines that are gone.
    /// - Parameter total: how many machines there are.
    func tidy(total: Int) {
        known.withLock { known in
            if known.count > total + Self.slack { known = [:] }
        }
    }
}
