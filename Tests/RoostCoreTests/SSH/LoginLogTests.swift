import Testing

@testable import RoostCore

@Suite struct LoginLogTests {
    @Test func eachLineIsGivenOnceWhenItHasStoodForALook() {
        var lines = LoginLogLines()
        #expect(lines.next("") == [])
        #expect(lines.next("Permission denied, please try ag") == [])
        #expect(lines.next("Permission denied, please try again.\r\n") == [])
        #expect(lines.next("Permission denied, please try again.\r\n") == ["Permission denied, please try again."])
        #expect(lines.next("Permission denied, please try again.\r\n") == [])
        let more = "Permission denied, please try again.\r\nPermission denied, please try again.\r\n\r\nlast"
        #expect(lines.next(more) == [])
        #expect(lines.next(more) == ["Permission denied, please try again."])
        #expect(lines.next("") == [])
    }

    @Test func aTerminalIsNotDriven() {
        var lines = LoginLogLines()
        let log = "a\u{1b}]0;x\u{7}\u{9b}b\u{202e}c\n"
        _ = lines.next(log)
        #expect(lines.next(log) == ["a?]0;x??b?c"])
    }
}
