import RoostCore

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// What is known of the hosts of a server while its stream of changes is read.
struct ServerChanges {
    let hosts: [String]
    /// Of machines, by host: none means everything.
    private let names: [String: [String]]
    /// Only of the hosts that are meant.
    private(set) var pictures: [String: HostPicture] = [:]
    private(set) var rows: [RowKey: LiveMachine] = [:]
    private var silent: [String: ContinuousClock.Instant] = [:]

    /// Of how many machines, and as many things of a host, is kept what they were. What a server says of more is not heard.
    private let most: Int

    struct RowKey: Hashable {
        let host: String
        let uuid: String
    }

    init(_ plan: NamePlan<LiveHost>, most: Int = 200_000) {
        self.most = most
        hosts = plan.members.map(\.name)
        names = plan.names.reduce(into: [:]) { $0[$1.key.name] = $1.value }
    }

    var isBegun: Bool { !pictures.isEmpty }

    /// Takes a look at everything.
    /// - Returns: what must have happened since the last one.
    mutating func look(_ now: [String: HostPicture]) -> [(HostEvent, host: String)] {
        let before = pictures
        pictures = now
        return hosts.flatMap { host in
            guard let old = before[host], let new = now[host] else { return [(HostEvent, host: String)]() }
            return old.changes(to: new).filter { isWanted($0, host) }.map { ($0, host: host) }
        }
    }

    /// - Returns: what has happened, by one message of the stream.
    mutating func take(_ event: EventReader.Event) -> [(HostEvent, host: String)] {
        let data = Data(event.data)
        switch event.kind {
        case "machine":
            guard let change = try? ServerAnswer.decode(MachineMessage.self, from: data) else { return [] }
            let events = set(
                .init(subject: .machine, uuid: change.uuid), change.row.map { .init($0) }, on: change.host)
            let place = RowKey(host: change.host, uuid: change.uuid)
            guard events.isEmpty, let row = change.row else { return note(change.row, at: place, events) }
            // Something has happened to it that its state says nothing of.
            let isNews = rows[place].map { $0.withoutMeasures != row.withoutMeasures } ?? false
            let changed = HostEvent.missed("changed", subject: .machine, name: row.name, uuid: change.uuid)
            return note(row, at: place, isNews ? [(changed, host: change.host)] : [])
        case "network":
            guard let change = try? ServerAnswer.decode(NamedMessage<NetworkSummary>.self, from: data) else {
                return []
            }
            return set(
                key(.network, change.row?.uuid, change.name, change.host),
                change.row.map { .init($0.name, isActive: $0.active) }, on: change.host)
        case "pool":
            guard let change = try? ServerAnswer.decode(NamedMessage<PoolSummary>.self, from: data) else { return [] }
            return set(
                key(.pool, change.row?.uuid, change.name, change.host),
                change.row.map { .init($0.name, isActive: $0.active) }, on: change.host)
        case "host":
            guard let host = try? ServerAnswer.decode(LiveHost.self, from: data), hosts.contains(host.name) else {
                return []
            }
            return take(host)
        default: return []
        }
    }

    private mutating func take(_ host: LiveHost) -> [(HostEvent, host: String)] {
        if let failure = host.failure {
            guard silent[host.name] == nil else { return [] }
            silent[host.name] = .now
            return names[host.name]?.isEmpty == false ? [] : [(.disconnected(failure), host: host.name)]
        }
        guard let since = silent.removeValue(forKey: host.name) else { return [] }
        return names[host.name]?.isEmpty == false ? [] : [(.reconnected(after: .now - since), host: host.name)]
    }

    private mutating func note(
        _ row: LiveMachine?, at place: RowKey, _ events: [(HostEvent, host: String)]
    ) -> [(HostEvent, host: String)] {
        let isKept = rows[place] != nil || rows.count < most && pictures[place.host] != nil
        if row == nil || isKept { rows[place] = row }
        return events.map { event, host in
            var event = event
            event.detail = nil
            return (event, host: host)
        }.filter { isWanted($0.0, $0.host) }
    }

    /// Puts something in its place.
    private mutating func set(
        _ key: HostPicture.Key?, _ facts: HostPicture.Facts?, on host: String
    ) -> [(HostEvent, host: String)] {
        guard let key, let picture = pictures[host] else { return [] }
        guard facts == nil || picture.things[key] != nil || picture.things.count < most else { return [] }
        let before = HostPicture(picture.things[key].map { [key: $0] } ?? [:])
        let now = HostPicture(facts.map { [key: $0] } ?? [:])
        pictures[host]?.things[key] = facts
        return before.changes(to: now).map { event in
            var event = event
            event.detail = nil
            return (event, host: host)
        }.filter { isWanted($0.0, $0.host) }
    }

    /// What is gone is told by its name only.
    private func key(
        _ subject: HostEvent.Subject, _ uuid: String?, _ name: String, _ host: String
    ) -> HostPicture.Key? {
        if let uuid { return .init(subject: subject, uuid: uuid) }
        return pictures[host]?.things.first { $0.key.subject == subject && $0.value.name == name }?.key
    }

    private func isWanted(_ event: HostEvent, _ host: String) -> Bool {
        guard let wanted = names[host], !wanted.isEmpty else { return true }
        guard event.subject == .machine, let name = event.name else { return false }
        return wanted.contains { $0 == event.uuid || NamePattern($0).matches(name) || $0 == name }
    }

    private struct MachineMessage: Decodable {
        let host: String
        let uuid: String
        let row: LiveMachine?
    }

    private struct NamedMessage<Row: Decodable>: Decodable {
        let host: String
        let name: String
        let row: Row?
    }
}

extension LiveMachine {
    /// What somebody has to change for it to be another one.
    fileprivate var withoutMeasures: LiveMachine {
        var row = self
        (row.usage, row.revision, row.reachable, row.id) = (nil, 0, true, nil)
        return row
    }
}
