import Libvirt
import Testing

@Suite struct StressTests {
    /// What one call came to, so that it can be held against what it must come to.
    private enum Outcome: Hashable {
        case name(String)
        case state(Domain.State)
        case error(LibvirtError.Code)
        case done
        case unrelated(String)
    }

    private struct Answer: Sendable {
        let expected: Outcome
        let actual: Outcome

        init(_ expected: Outcome, _ call: () async throws -> Outcome) async {
            self.expected = expected
            do {
                actual = try await call()
            } catch let error as LibvirtError {
                actual = .error(error.code)
            } catch {
                actual = .unrelated("\(error)")
            }
        }
    }

    @Test func tenThousandConcurrentCalls() async throws {
        let statistics: CallStatistics
        do {
            let host = try await TestHost()
            let connection = host.connection
            statistics = connection.statistics
            let running = try await connection.domain(named: "one")
            let before = statistics.totalCalls

            let answers = await withTaskGroup(of: Answer.self) { group in
                for index in 0..<10_000 {
                    group.addTask { await Self.answer(index, connection, running) }
                }
                var answers: [Answer] = []
                for await answer in group { answers.append(answer) }
                return answers
            }

            #expect(answers.count == 10_000)
            let wrong = answers.filter { $0.expected != $0.actual }
            #expect(wrong.count == 0, "\(wrong.prefix(5))")
            #expect(statistics.totalCalls - before == 10_000)
            #expect(statistics.threads <= 5)
        }
        await statistics.allThreadsEnded()
        #expect(statistics.liveHandles == 0)
        #expect(statistics.threads == 0)
    }

    private static func answer(_ index: Int, _ connection: Connection, _ running: Domain) async -> Answer {
        switch index % 8 {
        case 0:
            await Answer(.name("one")) { .name(try await connection.domain(named: "one").name) }
        case 1:
            await Answer(.error(.noDomain)) { .name(try await connection.domain(named: "missing-\(index)").name) }
        case 2:
            await Answer(.error(.internalError)) {
                try await running.create()
                return .done
            }
        case 3:
            await Answer(.error(.xmlDetail)) {
                .name(try await connection.defineDomain(xml: "<domain><name>\(index)").name)
            }
        case 4:
            await Answer(.state(.running)) { .state(try await running.info().state) }
        case 5:
            await Answer(.error(.noDomain)) {
                let uuid = try #require(LibvirtUUID("00000000-0000-0000-0000-00000000\(1000 + index % 1000)"))
                return .name(try await connection.domain(uuid: uuid).name)
            }
        case 6:
            await Answer(.name("one")) { .name(try await connection.domains().map(\.name).joined()) }
        default:
            await Answer(.error(.noDomainMetadata)) { .name(try await running.metadata(.title)) }
        }
    }
}
