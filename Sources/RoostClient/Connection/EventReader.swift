import NIOCore

/// Reads Server-Sent Events from the bytes of a stream. A line or an event that has no end is not waited for.
struct EventReader {
    struct Event: Hashable, Sendable {
        var kind = "message"
        var data: [UInt8] = []
        var id: String?
    }

    /// The largest event, in bytes.
    private let largest: Int
    private var line: [UInt8] = []
    private var event = Event()
    private var hasData = false

    /// More than that is not an event but an attack, or a mistake.
    struct TooLarge: Error {}

    init(largest: Int = 4 << 20) { self.largest = largest }

    /// The events that have come to their ends with these bytes.
    mutating func take(_ bytes: some Sequence<UInt8>) throws(TooLarge) -> [Event] {
        var events: [Event] = []
        for byte in bytes {
            guard byte == UInt8(ascii: "\n") else {
                line.append(byte)
                guard line.count <= largest else { throw TooLarge() }
                continue
            }
            if line.last == UInt8(ascii: "\r") { line.removeLast() }
            if line.isEmpty {
                if hasData { events.append(event) }
                event = Event(id: event.id)
                hasData = false
            } else {
                try read(line[...])
            }
            line.removeAll(keepingCapacity: true)
        }
        return events
    }

    private mutating func read(_ line: ArraySlice<UInt8>) throws(TooLarge) {
        let name = line.prefix { $0 != UInt8(ascii: ":") }
        // A comment, which keeps the connection alive.
        guard !name.isEmpty else { return }
        var value = line.dropFirst(name.count + 1)
        if value.first == UInt8(ascii: " ") { value = value.dropFirst() }
        switch String(decoding: name, as: UTF8.self) {
        case "data":
            if hasData { event.data.append(UInt8(ascii: "\n")) }
            event.data += value
            hasData = true
            guard event.data.count <= largest else { throw TooLarge() }
        case "event": event.kind = String(decoding: value, as: UTF8.self)
        case "id": event.id = String(decoding: value, as: UTF8.self)
        default: break
        }
    }
}
