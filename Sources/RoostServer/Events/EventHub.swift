import Foundation
import Logging
import NIOCore
import RoostCore

/// Turns what happens on hosts, operations and the audit trail into one numbered stream. Each event is encoded once, however
/// many read it.
final class EventHub: Sendable {
    let feed: ChangeFeed<ServerEvent>
    private let live: LiveHosts
    private let rows: MachineRows
    private let log: Logger

    static let keepAliveInterval = Duration.seconds(15)

    /// - Parameter keepAlive: nil sends no keep-alive, for tests.
    init(
        live: LiveHosts, rows: MachineRows, operations: OperationCentre, audit: AuditTrail,
        feed: ChangeFeed<ServerEvent> = ChangeFeed(), log: Logger = Logger(label: "roost.events")
    ) {
        (self.live, self.rows, self.feed, self.log) = (live, rows, feed, log)
        operations.follow { [weak self] status in self?.publish("operation", status, host: status.host) }
        audit.follow { [weak self] entry in
            // A token for one host learns nothing of what is about none.
            self?.publish("audit", entry, host: entry.host, role: .administrator)
        }
    }

    /// Passes everything on until the task is cancelled.
    func run() async {
        await withTaskGroup(of: Void.self) { group in
            let changes = live.changes()
            group.addTask { await self.follow(changes) }
            group.addTask {
                while (try? await Task.sleep(for: Self.keepAliveInterval)) != nil {
                    self.feed.publish(.keepAlive, cost: 3, keeping: false)
                }
            }
            await group.next()
            group.cancelAll()
        }
        feed.finish()
    }

    private func follow(_ changes: ChangeSequence<LiveChange>) async {
        for await item in changes {
            switch item {
            case .resynchronise: publish("resync", [String: String](), host: nil)
            case .change(let change, _): publish(change)
            }
        }
    }

    private func publish(_ change: LiveChange) {
        switch change {
        case .host(let row): publish("host", row, host: row.name)
        case .hostGone(let name): publish("host", Gone(name: name), host: name)
        case .machine(let host, let uuid, let row): publishMachine(host, uuid, row)
        case .network(let host, let name, let row):
            publish("network", Named(host: host, name: name, row: row), host: host)
        case .pool(let host, let name, let row): publish("pool", Named(host: host, name: name, row: row), host: host)
        case .usage(let host, let items, let own):
            publish("usage", UsageBatch(host: host, items: items, own: own), host: host, keeping: false)
        }
    }

    private func publishMachine(_ host: String, _ uuid: String, _ row: LiveMachine?) {
        do {
            let head = try ServerJSON.encode(MachineKey(host: host, uuid: uuid)).dropLast()
            let row = try row.map { try rows.bytes(of: $0) } ?? Array("null".utf8)
            publish("machine", data: Array(head) + Array(#","row":"#.utf8) + row + Array("}".utf8), host: host)
        } catch {
            log.error("an event cannot be encoded", metadata: ["error": "\(error)"])
        }
    }

    private func publish(
        _ kind: String, _ value: some Encodable, host: String?, role: Role = .viewer, keeping: Bool = true
    ) {
        do {
            publish(kind, data: try ServerJSON.encode(value), host: host, role: role, keeping: keeping)
        } catch {
            log.error("an event cannot be encoded", metadata: ["kind": "\(kind)", "error": "\(error)"])
        }
    }

    private func publish(_ kind: String, data: [UInt8], host: String?, role: Role = .viewer, keeping: Bool = true) {
        feed.publish(cost: data.count, keeping: keeping) {
            ServerEvent(kind, id: $0, data: data, host: host, role: role)
        }
    }

    private struct MachineKey: Encodable {
        let host: String
        let uuid: String
    }

    /// `row` is null for what is gone.
    private struct Named<Row: Encodable>: Encodable {
        let host: String
        let name: String
        let row: Row?

        private enum Key: String, CodingKey { case host, name, row }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: Key.self)
            try container.encode(host, forKey: .host)
            try container.encode(name, forKey: .name)
            try container.encode(row, forKey: .row)
        }
    }

    private struct Gone: Encodable {
        let name: String

        private enum Key: String, CodingKey { case name, row }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: Key.self)
            try container.encode(name, forKey: .name)
            try container.encodeNil(forKey: .row)
        }
    }

    private struct UsageBatch: Encodable {
        let host: String
        let items: [LiveUsage.OfMachine]
        /// What the host itself uses.
        let own: LiveUsage?
    }
}
