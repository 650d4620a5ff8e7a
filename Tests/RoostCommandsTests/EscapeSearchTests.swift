import Testing

@testable import RoostCommands

@Suite struct EscapeSearchTests {
    private func keys(_ text: String) throws -> EscapeKeys { try #require(EscapeKeys(argument: text)) }

    @Test(
        arguments: [
            ("^]", [0x1d]), ("^a", [0x01]), ("^A.", [0x01, 0x2e]), ("~.", [0x7e, 0x2e]), ("^@", [0x00]), ("^^", [0x1e]),
            ("^", [0x5e]),
        ] as [(String, [UInt8])])
    func keysAreReadAsVirshWritesThem(_ text: String, _ bytes: [UInt8]) throws {
        #expect(try keys(text).bytes == bytes)
    }

    @Test(arguments: ["", " ", "^1", "a b", "\u{1d}", "é", "123456789", "^]^]^]^]^]^]^]^]^]"])
    func otherTextIsRefused(_ text: String) {
        #expect(EscapeKeys(argument: text) == nil)
    }

    @Test func theyAreSaidAsPeopleSayThem() throws {
        #expect(EscapeKeys.standard.description == "Ctrl-]")
        #expect(try keys("^a.").description == "Ctrl-A .")
        #expect(try keys("^@").description == "Ctrl-@")
    }

    /// Whatever the pieces are, the guest gets what stands before the keys and nothing after.
    @Test(arguments: 1...7)
    func keysAreFoundAcrossPieces(_ size: Int) throws {
        let typed = Array("ab^c\u{1}\u{1}x\u{1}.zz".utf8)
        var search = EscapeSearch(try keys("^a."))
        var sent: [UInt8] = []
        var left = false
        for start in stride(from: 0, to: typed.count, by: size) where !left {
            let (send, leaves) = search.take(Array(typed[start..<min(start + size, typed.count)]))
            sent += send
            left = leaves
        }
        #expect(left)
        #expect(sent == Array("ab^c\u{1}\u{1}x".utf8))
    }

    @Test func aBeginningThatRepeatsItselfIsNotLost() throws {
        var search = EscapeSearch(try keys("aab"))
        #expect(search.take(Array("aaaa".utf8)).send == Array("aa".utf8))
        let (send, leaves) = search.take(Array("b".utf8))
        #expect(send.isEmpty && leaves)
    }

    @Test func withoutTheKeysEverythingIsSent() {
        var search = EscapeSearch(.standard)
        let all = (UInt8.min...UInt8.max).filter { $0 != 0x1d }
        #expect(search.take(all) == (all, false))
    }
}
