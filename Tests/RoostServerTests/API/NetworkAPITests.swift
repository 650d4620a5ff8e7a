import Foundation
import HTTPTypes
import HummingbirdTesting
import NIOCore
import RoostCore
import Testing

@testable import RoostServer

@Suite(.timeLimit(.minutes(2))) struct NetworkAPITests {
    @Test func aNetworkIsDeletedAsItWasShownAndNotOtherwise() async throws {
        let world = try await APIWorld()
        let host = await world.host
        try await world.run { visitor in
            let place = "hosts/\(host)/networks/default"
            let shown = try await visitor.api(.get, "\(place)/deletion")
            #expect(try shown.json(NetworkDeletion.self).network == "default")
            let other = try await visitor.api(.delete, place, nil, [.ifMatch: "\"0\""])
            #expect(other.status == 412)
            #expect(try await visitor.api(.get, place).status == 200)
            let tag = try #require(shown.headers[.eTag])
            let done = try await visitor.api(.delete, place, nil, [.ifMatch: tag])
            #expect(done.status == 204, "\(done.body)")
            #expect(try await visitor.api(.get, place).status == 404)
        }
    }

    @Test func mistakesAreSaidAndNothingIsMade() async throws {
        let world = try await APIWorld()
        let host = await world.host
        try await world.run { visitor in
            for body in [
                #"{"name":"a b/c"}"#, #"{"name":"lab","subnet":"10.0.0.300/24"}"#, #"{"name":"lab","kind":"odd"}"#,
                #"{"name":"lab","kind":"bridge"}"#, #"{"name":"lab","extra":1}"#, #"{"name":"lab","dhcp":"1-2"}"#,
            ] {
                let answer = try await visitor.api(.post, "hosts/\(host)/networks", body)
                #expect(answer.status == 400, "\(body)")
            }
            #expect(try await visitor.api(.get, "hosts/\(host)/networks/lab").status == 404)
        }
        try await world.run(as: .operator) { visitor in
            let answer = try await visitor.api(.post, "hosts/\(host)/networks", #"{"name":"lab"}"#)
            #expect(answer.status == 403)
        }
    }
}
