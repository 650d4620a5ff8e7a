import Testing

@testable import RoostCore

@Suite(.timeLimit(.minutes(1))) struct ChangeFeedTests {
    /// The numbers of the changes that wait, negative for a word to look again.
    private func taken(_ sequence: ChangeSequence<String>) async -> [Int] {
        sequence.end()
        var numbers: [Int] = []
        for await item in sequence {
            switch item {
            case .change(_, let number): numbers.append(Int(number))
            case .resynchronise(let number): numbers.append(-Int(number))
            }
        }
        return numbers
    }

    @Test func aReaderGoesOnWhereItWas() async {
        let feed = ChangeFeed<String>(history: 4, start: 100)
        for text in ["a", "b", "c"] { feed.publish(text) }
        #expect(await taken(feed.changes()) == [])
        #expect(await taken(feed.changes(after: 103)) == [])
        #expect(await taken(feed.changes(after: 101)) == [102, 103])
        #expect(await taken(feed.changes(after: 100)) == [101, 102, 103])
    }

    @Test func whoWasAwayForTooLongLooksAgain() async {
        let feed = ChangeFeed<String>(history: 4, start: 100)
        for number in 0..<10 { feed.publish("\(number)") }
        #expect(await taken(feed.changes(after: 106)) == [107, 108, 109, 110])
        #expect(await taken(feed.changes(after: 105)) == [-110])
        // Of another run of the program.
        #expect(await taken(feed.changes(after: 7)) == [-110])
        #expect(await taken(feed.changes(after: 111)) == [-110])
    }

    @Test func whatIsNotKeptIsNotMissed() async {
        let feed = ChangeFeed<String>(history: 2, start: 0)
        feed.publish("kept")
        for _ in 0..<100 { feed.publish("soon replaced", keeping: false) }
        #expect(await taken(feed.changes(after: 0)) == [1])
        #expect(await taken(feed.changes(after: 50)) == [])
    }

    @Test func whatWaitsForAReaderIsBoundedByNumberAndCost() async {
        let feed = ChangeFeed<String>(limits: .init(count: 3, cost: 100), start: 0)
        let (slow, heavy) = (feed.changes(), feed.changes())
        for _ in 0..<3 { feed.publish("small") }
        #expect(await taken(heavy) == [1, 2, 3])
        feed.publish("one too many")
        feed.publish("after it")
        #expect(await taken(slow) == [-4, 5])
        let other = feed.changes()
        feed.publish("large", cost: 99)
        feed.publish("larger", cost: 2)
        #expect(await taken(other) == [-7])
    }

    @Test func aReaderThatIsGoneIsForgotten() async {
        let feed = ChangeFeed<String>()
        do {
            let sequence = feed.changes()
            #expect(feed.readers == 1)
            _ = sequence
        }
        #expect(feed.readers == 0)
        let waiting = Task { for await _ in feed.changes() {} }
        waiting.cancel()
        await waiting.value
        #expect(feed.readers == 0)
    }

    @Test func theEndOfTheFeedEndsItsReaders() async {
        let feed = ChangeFeed<String>()
        let waiting = Task { for await _ in feed.changes() {} }
        feed.finish()
        await waiting.value
        for await _ in feed.changes() { Issue.record("nothing comes any more") }
    }

    @Test func manyReadersGetEverythingInOrder() async {
        let feed = ChangeFeed<Int>(history: 1, limits: .init(count: 10_000, cost: .max), start: 0)
        await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<20 {
                let sequence = feed.changes()
                group.addTask {
                    var expected: UInt64 = 0
                    for await item in sequence {
                        expected += 1
                        guard case .change(_, expected) = item else { return false }
                        if expected == 5000 { return true }
                    }
                    return false
                }
            }
            for number in 0..<5000 { feed.publish(number) }
            for await isWhole in group { #expect(isWhole) }
        }
    }
}
