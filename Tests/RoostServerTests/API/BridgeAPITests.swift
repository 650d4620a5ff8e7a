import Foundation
import HTTPTypes
import HummingbirdTesting
import NIOCore
import RoostCore
import Testing

@testable import RoostServer

@Suite(.timeLimit(.minutes(2))) struct BridgeAPITests {
    /// The test driver's host is no computer: whatever is asked of its bridges is refused before anything runs.
    @Test func aHostThatIsNoneKeepsItsHandsOffThisComputer() async throws {
        let world = try await APIWorld()
        let host = await world.host
        try await world.run { visitor in
            let place = "hosts/\(host)/bridges"
            for (method, path, body) in [
                (HTTPRequest.Method.get, place, nil), (.get, "\(place)/br0", nil), (.get, "hosts/\(host)/cards", nil),
                (.post, "\(place)/plan", #"{"bridge":"br0","nic":"lo"}"#),
                (.post, place, #"{"bridge":"br0","nic":"lo"}"#),
                (.post, "\(place)/br0/confirmation", nil), (.delete, "\(place)/br0/confirmation", nil),
                (.get, "\(place)/br0/deletion", nil), (.delete, "\(place)/br0", nil),
            ] as [(HTTPRequest.Method, String, String?)] {
                let answer = try await visitor.api(method, path, body)
                #expect(answer.problem == "unsupported", "\(method) \(path): \(answer.body)")
            }
        }
    }

    @Test func namesThatAreNoneAndOddWishesAreRefused() async throws {
        let world = try await APIWorld()
        let host = await world.host
        try await world.run { visitor in
            for body in [
                #"{"bridge":"br0; reboot","nic":"eth0"}"#, #"{"bridge":"br0","nic":"../eth0"}"#,
                #"{"bridge":"-br0","nic":"eth0"}"#, #"{"bridge":"br0","nic":"br0"}"#, #"{"bridge":"br0"}"#,
                #"{"bridge":"br0","nic":"eth0","timeout":5}"#,
                #"{"bridge":"br0","nic":"eth0","stp":true,"timeout":20}"#,
                #"{"bridge":"br0","nic":"eth0","extra":1}"#, #"{"bridge":"a-name-that-is-too-long","nic":"eth0"}"#,
            ] {
                for path in ["bridges", "bridges/plan"] {
                    let answer = try await visitor.api(.post, "hosts/\(host)/\(path)", body)
                    #expect(answer.status == 400, "\(path) \(body): \(answer.body)")
                }
            }
            for name in ["%3Bid", "..", "a%20b", "%24(id)"] {
                for (method, path) in [
                    (HTTPRequest.Method.post, "confirmation"), (.delete, "confirmation"), (.get, "deletion"),
                ] {
                    let answer = try await visitor.api(method, "hosts/\(host)/bridges/\(name)/\(path)")
                    #expect(answer.status == 400, "\(method) \(name)/\(path): \(answer.body)")
                }
            }
            let hasty = try await visitor.api(.delete, "hosts/\(host)/bridges/br0?timeout=3")
            #expect(hasty.status == 400)
        }
    }

    @Test func onlyAdministratorsChangeBridges() async throws {
        let world = try await APIWorld()
        let host = await world.host
        for role in [Role.viewer, .operator] {
            try await world.run(as: role) { visitor in
                let body = #"{"bridge":"br0","nic":"eth0"}"#
                for (method, path) in [
                    (HTTPRequest.Method.post, ""), (.post, "/plan"), (.post, "/br0/confirmation"),
                    (.delete, "/br0/confirmation"), (.delete, "/br0"),
                ] {
                    let answer = try await visitor.api(
                        method, "hosts/\(host)/bridges\(path)", method == .post ? body : nil)
                    #expect(answer.status == 403, "\(role) \(method) \(path)")
                }
            }
        }
    }

    @Test func aChangeIsKnownAsLongAsItRuns() async throws {
        let world = try await APIWorld()
        let host = try await world.live.host(named: world.host)
        let pending = PendingBridges()
        let before = ContinuousClock.now
        try await pending.follow("br0", of: host, routers: ["192.0.2.1"]) {
            #expect(pending.change(of: "br0", on: host.name).map { $0.began >= before } == true)
            #expect(pending.change(of: "br0", on: host.name)?.routers == ["192.0.2.1"])
            #expect(pending.change(of: "br1", on: host.name) == nil && pending.change(of: "br0", on: "b") == nil)
        }
        #expect(pending.change(of: "br0", on: host.name) == nil)
    }

    @Test func aConnectionThatStoodBeforeAChangeProvesNothingOfIt() throws {
        let times = ConnectionTimes()
        let (old, new) = (
            try SocketAddress(ipAddress: "192.0.2.1", port: 1), try SocketAddress(ipAddress: "192.0.2.1", port: 2)
        )
        times.open(old)
        let change = ContinuousClock.now
        times.open(new)
        #expect(times.stood(old, before: change) && !times.stood(new, before: change))
        times.close(old)
        #expect(!times.stood(old, before: change) && !times.stood(nil, before: change))
    }

    @Test func progressTellsTheSecondsThatAreLeft() {
        let waiting = BridgeStep.progress(.waiting(seconds: 40), of: 60)
        #expect(waiting.step == "waiting to be confirmed" && waiting.done == 20 && waiting.total == 60)
        #expect(BridgeStep.progress(.silent(seconds: 0), of: 60).done == 60)
        #expect(BridgeStep.progress(.lookingForOld, of: 60).total == nil)
    }
}
