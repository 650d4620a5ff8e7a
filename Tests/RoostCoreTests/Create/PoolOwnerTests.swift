import Foundation
import Testing

@testable import RoostCore

@Suite struct PoolOwnerTests {
    @Test func itsNameTellsWhoItIs() throws {
        let own = try #require(PoolOwner.current)
        #expect(PoolOwner(ofPool: own.poolName) == own)
        #expect(own.poolName != own.poolName)
        #expect(!own.isGone)
    }

    @Test func aProcessThatHasEndedIsGone() throws {
        let process = Process()
        process.executableURL = URL(filePath: "/bin/true")
        try process.run()
        process.waitUntilExit()
        let ended = try name(replacing: 3, by: String(process.processIdentifier))
        #expect(PoolOwner(ofPool: ended)?.isGone == true)
    }

    /// Its number is another process's by now.
    @Test func aNumberThatWasGivenAgainIsAnotherProcess() throws {
        #expect(PoolOwner(ofPool: try name(replacing: 4, by: "1"))?.isGone == true)
    }

    @Test func whatCannotBeSeenFromHereIsNotGone() throws {
        for (word, text) in [(1, "00000000"), (2, "1")] {
            var words = try name(replacing: word, by: text).split(separator: "-").map(String.init)
            words[3] = "999999999"
            #expect(PoolOwner(ofPool: words.joined(separator: "-"))?.isGone == false)
        }
    }

    @Test(arguments: [
        "default", "roost-images", "roost-0c7dcf0b-1d3c-4a29-8a2e-4b2a3c1f0e11", "roost-", "",
        "roost-0c7dcf0b-1-99999999999999999999-1-00000000", "x-roost-0c7dcf0b-1-1-1-00000000",
    ])
    func othersPoolsAreNobodys(name: String) { #expect(PoolOwner(ofPool: name) == nil) }

    private func name(replacing word: Int, by text: String) throws -> String {
        var words = try #require(PoolOwner.current).poolName.split(separator: "-").map(String.init)
        words[word] = text
        return words.joined(separator: "-")
    }
}
