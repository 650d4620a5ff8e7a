import RoostCore
import Testing

@testable import RoostServer

@Suite(.timeLimit(.minutes(1))) struct SharedAnswersTests {
    @Test func allWhoAskMeanwhileGetOneAnswer() async throws {
        let answers = SharedAnswers<Int>()
        let questions = Questions()
        let all = try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<20 {
                group.addTask {
                    try await answers.answer(for: "host") { () async throws(Failure) in
                        let number = await questions.ask()
                        // Nobody cancels it here.
                        try? await Task.sleep(for: .seconds(1))
                        return number
                    }
                }
            }
            return try await group.reduce(into: [Int]()) { $0.append($1) }
        }
        #expect(all == [Int](repeating: 1, count: 20))
        // Whoever asks later is answered anew, and another question by itself.
        #expect(try await answers.answer(for: "host") { 2 } == 2)
        #expect(try await answers.answer(for: "other") { 3 } == 3)
    }

    @Test func aFailureIsToldToAllAndNotKept() async throws {
        let answers = SharedAnswers<Int>()
        await #expect(throws: Failure.self) {
            try await answers.answer(for: "host") { () async throws(Failure) in throw Failure(.unreachable, "away") }
        }
        #expect(try await answers.answer(for: "host") { 1 } == 1)
    }
}

private actor Questions {
    private var number = 0

    func ask() -> Int {
        number += 1
        return number
    }
}
