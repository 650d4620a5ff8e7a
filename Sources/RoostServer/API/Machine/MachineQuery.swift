import Foundation
import Hummingbird
import RoostCore

/// Which machines a list shows, and in what order. All of it is answered from memory.
struct MachineQuery: Sendable {
    enum Order: String, CaseIterable, Sendable {
        case name, host, state, cpu, memory
    }

    private var words: [String] = []
    private var hosts: Set<String> = []
    private var states: Set<MachineState> = []
    private var tags: [String] = []
    private var order = Order.name
    private var isDescending = false
    private var limit = 200
    private var cursor: Cursor?

    static let limits = 1...1000

    /// Where a page ended: its last row's place in the order. Rows that come and go meanwhile neither shift the next page nor
    /// make it tell a machine twice.
    private struct Cursor: Codable, Hashable {
        var number: Double
        var text: String
        var name: String
        var host: String
        var uuid: String
    }

    /// - Throws: ``Failure`` of kind usage that names the parameter.
    init(_ request: Request) throws(Failure) {
        let given = request.uri.queryParameters
        func texts(_ name: Substring) -> [String] {
            given[values: name].flatMap { $0.split(separator: ",") }.map(String.init)
        }
        words = (given["q"] ?? "").split(separator: " ").prefix(16).map { $0.lowercased() }
        hosts = Set(texts("host"))
        states = try MachineFilter.states(typed: texts("state"))
        tags = texts("tag")
        if var sort = given["sort"] {
            if sort.hasPrefix("-") {
                isDescending = true
                sort = sort.dropFirst()
            }
            guard let order = Order(rawValue: String(sort)) else {
                throw Failure(
                    .usage, "sort must be one of: \(Order.allCases.map(\.rawValue).joined(separator: ", "))",
                    remedy: "With '-' in front for the other direction.")
            }
            self.order = order
        }
        limit = try QueryNumber.read(given, "limit", Self.limits) ?? limit
        if let text = given["cursor"] {
            guard let data = Data(base64Encoded: Self.plainBase64(String(text))),
                let cursor = try? JSONDecoder().decode(Cursor.self, from: data)
            else {
                throw Failure(.usage, "cursor is not one that this server gave", remedy: "Begin with the first page.")
            }
            self.cursor = cursor
        }
    }

    /// - Returns: the rows of the page, the number of all that are meant, and the next page's cursor.
    func page(of machines: [LiveMachine], for identity: Identity) -> (
        rows: ArraySlice<LiveMachine>, total: Int, next: String?
    ) {
        var found = machines.filter { identity.reaches(host: $0.host) && matches($0) }
        // By name is the order in which they come.
        if order != .name || isDescending {
            let keyed = found.map { (place(of: $0), $0) }
            found = keyed.sorted { comesBefore($0.0, $1.0) }.map(\.1)
        }
        let total = found.count
        let start = cursor.map { cursor in found.firstIndex { comesBefore(cursor, place(of: $0)) } ?? found.count } ?? 0
        let rows = found[start...].prefix(limit)
        let isLast = rows.endIndex == found.endIndex
        return (rows, total, isLast ? nil : rows.last.map { Self.text(place(of: $0)) })
    }

    private func matches(_ row: LiveMachine) -> Bool {
        guard hosts.isEmpty || hosts.contains(row.host), states.isEmpty || states.contains(row.state),
            tags.allSatisfy(row.tags.contains)
        else { return false }
        guard !words.isEmpty else { return true }
        let texts =
            ([row.name, row.host, row.uuid] + row.tags + (row.addresses ?? [])
            + [row.title, row.notes, row.os].compactMap(\.self))
            .map { $0.lowercased() }
        return words.allSatisfy { word in texts.contains { $0.contains(word) } }
    }

    private func place(of row: LiveMachine) -> Cursor {
        var place = Cursor(number: 0, text: "", name: row.name, host: row.host, uuid: row.uuid)
        switch order {
        case .name: break
        case .host: place.text = row.host
        case .state: place.text = row.state.rawValue
        case .cpu: place.number = row.usage?.cpuPercent ?? -1
        case .memory: place.number = (row.usage?.memoryUsed ?? row.memory).map { Double($0) } ?? -1
        }
        return place
    }

    private func comesBefore(_ one: Cursor, _ other: Cursor) -> Bool {
        let (first, second) = isDescending ? (other, one) : (one, other)
        if order != .name {
            if one.number != other.number { return first.number < second.number }
            if one.text != other.text { return first.text < second.text }
            return (one.name, one.host, one.uuid) < (other.name, other.host, other.uuid)
        }
        return (first.name, first.host, first.uuid) < (second.name, second.host, second.uuid)
    }

    private static func text(_ cursor: Cursor) -> String {
        // A cursor of numbers and strings always encodes; without one the list ends.
        let data = (try? JSONEncoder().encode(cursor)) ?? Data()
        return data.base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    private static func plainBase64(_ text: String) -> String {
        let plain = text.replacing("-", with: "+").replacing("_", with: "/")
        return plain + String(repeating: "=", count: (4 - plain.count % 4) % 4)
    }
}
