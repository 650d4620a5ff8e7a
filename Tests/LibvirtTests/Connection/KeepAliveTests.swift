import Synchronization
import Testing

@testable import Libvirt

@Suite struct KeepAliveTests {
    private static let quick = KeepAlive(interval: .milliseconds(5), count: 2)

    @Test func aDeadPeerIsFoundWithin20Seconds() {
        #expect(KeepAlive.standard.longest <= .seconds(20))
    }

    /// However many calls wait, and also those that no thread has taken yet.
    @Test func aPeerThatFallsSilentEndsEveryCallAndRefusesTheNext() async throws {
        let calls = CallThreads(place: "far")
        let gates = (0..<CallThreads.defaultLimit).map { _ in Gate() }
        let hung = gates.map { gate in
            Task { await failure { () throws(LibvirtError) in try await calls.blocking("hung") { gate.wait() } } }
        }
        for gate in gates { await gate.entered() }
        let waiting = Task {
            await failure { () throws(LibvirtError) in try await calls.blocking("waiting") {} }
        }
        calls.peer.keep(Self.quick) { true }
        for task in hung + [waiting] {
            let error = await task.value
            #expect(error?.code == .connectionClosed && error?.place == "far")
        }
        let next = await failure { () throws(LibvirtError) in try await calls.blocking("next") {} }
        #expect(next?.code == .connectionClosed && next?.place == "far")
        // The peer answers after all: the threads are free again, and nobody hears of it.
        for gate in gates { gate.open() }
        #expect(calls.statistics.calls["next"] == nil)
    }

    @Test func aPeerThatAnswersTheQuestionIsWaitedFor() async throws {
        let calls = CallThreads()
        let gate = Gate()
        let slow = Task {
            await failure { () throws(LibvirtError) in try await calls.blocking("slow") { gate.wait() } }
        }
        await gate.entered()
        let questions = Atomic<Int>(0)
        calls.peer.keep(KeepAlive(interval: .milliseconds(2), count: 10_000)) {
            questions.add(1, ordering: .relaxed)
            calls.ask { calls.peer.answered() }
            return true
        }
        while questions.load(ordering: .relaxed) < 10 { try await Task.sleep(for: .milliseconds(1)) }
        #expect(calls.peer.loss == nil)
        gate.open()
        #expect(await slow.value == nil)
    }

    /// The watch ends with the connection.
    @Test func aConnectionThatIsGoneIsNotAskedAgain() async throws {
        let peer = PeerWatch()
        let questions = Atomic<Int>(0)
        peer.keep(Self.quick) {
            questions.add(1, ordering: .relaxed)
            return false
        }
        while questions.load(ordering: .relaxed) == 0 { try await Task.sleep(for: .milliseconds(1)) }
        try await Task.sleep(for: .milliseconds(100))
        #expect(questions.load(ordering: .relaxed) == 1)
        #expect(peer.loss == nil)
    }

    private func failure(_ body: () async throws(LibvirtError) -> Void) async -> LibvirtError? {
        do throws(LibvirtError) {
            try await body()
            return nil
        } catch {
            return error
        }
    }
}
