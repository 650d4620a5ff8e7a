import Testing
import WebSocketUpgrade

struct WebSocketLimitsTests {
    /// A client's paste must pass whole, and a slow client must not fill the memory.
    @Test func standardLimits() {
        let limits = WebSocketLimits()
        #expect(limits.largestFrame >= 64 * 1024)
        #expect(limits.highWaterMark <= 1024 * 1024)
    }
}
