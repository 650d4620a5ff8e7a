import Foundation
import HTTPTypes
import HummingbirdTesting
import NIOCore
import RoostCore
import Testing

@testable import RoostServer

@Suite(.timeLimit(.minutes(2))) struct HostMendingTests {
    @Test func nothingIsMendedThatWasNotSeen() async throws {
        let world = try await APIWorld()
        let host = await world.host
        try await world.run { visitor in
            let blind = try await visitor.api(.post, "hosts/\(host)/mending")
            #expect(blind.status == 400, "\(blind.body)")
            let other = try await visitor.api(.post, "hosts/\(host)/mending", nil, [.ifMatch: "\"0\""])
            #expect(other.status == 412, "\(other.body)")
        }
        try await world.run(as: .operator) { visitor in
            for method in [HTTPRequest.Method.get, .post] {
                let answer = try await visitor.api(method, "hosts/\(host)/mending")
                #expect(answer.status == 403)
            }
        }
    }

    @Test func aHostOfTheTestDriverIsNotChanged() async throws {
        let world = try await APIWorld()
        let host = try await world.live.host(named: world.host)
        let change = HostChange(title: "Touch this computer", commands: ["false"])
        await #expect { try await host.make(change) } throws: { ($0 as? Failure)?.kind == .unsupported }
    }

    @Test func whatFailsIsToldAndTheRestCounts() throws {
        let failure = Failure(.general, "Cannot do 'b'", why: "no")
        let one = HostMending(
            host: "h", changes: [.init(title: "a", failure: nil), .init(title: "b", failure: failure)])
        #expect(one.failure == failure)
        let two = HostMending(
            host: "h", changes: [.init(title: "a", failure: failure), .init(title: "b", failure: failure)])
        #expect(two.failure?.what.contains("2 of 2") == true)
        #expect(HostMending(host: "h", changes: [.init(title: "a", failure: nil)]).failure == nil)
    }
}
