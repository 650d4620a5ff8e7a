import Glibc
import Testing

@testable import Libvirt

@Suite struct CancellationTests {
    @Test func aCancelledTaskMakesNoCall() async throws {
        let host = try await TestHost()
        let connection = host.connection
        let before = connection.statistics.totalCalls
        let task = Task {
            unsafe withUnsafeCurrentTask { unsafe $0?.cancel() }
            do throws(LibvirtError) {
                _ = try await connection.domain(named: "one")
                return LibvirtError.Code.ok
            } catch {
                return error.code
            }
        }
        #expect(await task.value == .cancelled)
        #expect(connection.statistics.totalCalls == before)
    }

    @Test func aWaitingCallCanBeCancelledARunningOneEnds() async throws {
        let calls = CallThreads(limit: 1)
        let gate = Gate()
        let running = Task {
            try await calls.blocking("running") { () throws(LibvirtError) in
                gate.wait()
                return 1
            }
        }
        await gate.entered()
        let waiting = Task {
            do throws(LibvirtError) {
                try await calls.blocking("waiting") { () throws(LibvirtError) in }
                return LibvirtError.Code.ok
            } catch {
                return error.code
            }
        }
        waiting.cancel()
        #expect(await waiting.value == .cancelled)
        // The one that a thread has taken is not given up, but waited for.
        running.cancel()
        gate.open()
        #expect(try await running.value == 1)
        #expect(calls.statistics.calls == ["running": 1])
    }

    @Test func aHungHostHasFourThreadsAtMost() async throws {
        let calls = CallThreads()
        let gates = (0..<CallThreads.defaultLimit).map { _ in Gate() }
        let hung = gates.map { gate in
            Task { try await calls.blocking("hung") { () throws(LibvirtError) in gate.wait() } }
        }
        for gate in gates { await gate.entered() }
        #expect(calls.statistics.threads == 4)
        let waiting = Task { try await calls.blocking("waiting") { () throws(LibvirtError) in 2 } }
        for gate in gates { gate.open() }
        for task in hung { try await task.value }
        #expect(try await waiting.value == 2)
        #expect(calls.statistics.threads == 4)
    }
}
