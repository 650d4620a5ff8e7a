import Foundation
import RoostCore

/// Uploads that go on over many requests.
actor UploadCentre {
    struct Entry: Sendable {
        let id: UUID
        let user: String
        let upload: ResumableUpload
        fileprivate(set) var used: Date
        /// Whether the volume has its name: nothing more comes.
        fileprivate(set) var isFinished = false
    }

    private static let most = 200
    private static let mostOfOnePerson = 32
    /// One that nobody has gone on with for so long is given up, in seconds.
    private static let patience: TimeInterval = 86_400
    /// For how long one that is finished can still be asked about, in seconds.
    private static let memory: TimeInterval = 60

    private var entries: [UUID: Entry] = [:]
    /// By whom they were asked for.
    private var reserved: [UUID: String] = [:]

    /// Takes a place for an upload that is about to begin, so that many at once do not get past the limit; ``add(_:at:of:)`` or
    /// ``release(_:)`` ends that.
    func reserve(for user: String) throws(Problem) -> UUID {
        entries = entries.filter { !$1.isFinished || $1.used > Date() - Self.memory }
        let open = entries.values.filter { !$0.isFinished }.map(\.user) + reserved.values
        guard open.count < Self.most, open.count(where: { $0 == user }) < Self.mostOfOnePerson else {
            throw Problem(
                "too-many", status: 429, "Too many uploads are open", remedy: "End some of them first.", retryAfter: 60)
        }
        let id = UUID()
        reserved[id] = user
        return id
    }

    func release(_ id: UUID) { reserved[id] = nil }

    func add(_ upload: ResumableUpload, at id: UUID, of user: String) -> Entry {
        let entry = Entry(id: id, user: user, upload: upload, used: Date())
        reserved[id] = nil
        entries[id] = entry
        return entry
    }

    /// Those of others are not there.
    func find(_ id: UUID, for identity: Identity) -> Entry? {
        guard let entry = entries[id], entry.user == identity.user, identity.reaches(host: entry.upload.host) else {
            return nil
        }
        entries[id]?.used = Date()
        return entry
    }

    func finish(_ id: UUID) { entries[id]?.isFinished = true }

    func forget(_ id: UUID) { entries[id] = nil }

    /// Gives up those that nobody goes on with. Where the host is away, its volume stays as one that was cut off, which
    /// lists of volumes show as such.
    func tidy(_ live: LiveHosts) async {
        let oldest = Date() - Self.patience
        for entry in entries.values where entry.used < oldest && !entry.isFinished {
            entries[entry.id] = nil
            if let host = try? await live.host(named: entry.upload.host) { try? await entry.upload.cancel(over: host) }
        }
    }
}
