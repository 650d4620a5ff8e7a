import Testing

@testable import RoostClient

struct EventReaderTests {
    @Test func eventsComeHoweverTheBytesAreCut() throws {
        let text =
            ": hello\nretry: 2000\nid: 7\n\nid: 8\nevent: machine\ndata: {\"a\":\r\ndata: 1}\n\nevent: host\ndata: {}\n\n"
        let whole = EventReader.Event(kind: "machine", data: Array("{\"a\":\n1}".utf8), id: "8")
        for size in [1, 2, 7, 1000] {
            var reader = EventReader()
            var events: [EventReader.Event] = []
            let bytes = Array(text.utf8)
            for start in stride(from: 0, to: bytes.count, by: size) {
                events += try reader.take(bytes[start..<min(start + size, bytes.count)])
            }
            #expect(events == [whole, EventReader.Event(kind: "host", data: Array("{}".utf8), id: "8")])
        }
    }

    @Test func anEventWithoutEndIsNotWaitedFor() {
        var reader = EventReader(largest: 100)
        #expect(throws: EventReader.TooLarge.self) { try reader.take(Array(repeating: UInt8(ascii: "x"), count: 101)) }
        var lines = EventReader(largest: 100)
        #expect(throws: EventReader.TooLarge.self) {
            for _ in 0..<200 { _ = try lines.take("data: x\n".utf8) }
        }
    }
}
