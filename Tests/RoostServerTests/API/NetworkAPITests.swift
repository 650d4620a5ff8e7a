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
            // What would be is no secret.
            let plan = try await visitor.api(
                .post, "hosts/\(host)/networks/plan", #"{"name":"lab","subnet":"10.77.0.0/24","mtu":1400}"#)
            #expect(plan.status == 200, "\(plan.body)")
            #expect(plan.body.contains(#""addresses":["10.77.0.1/24"]"#) && plan.body.contains(#""mtu":1400"#))
        }
    }

    @Test func changesOfANetworkAreReadBeforeAnythingIsDone() async throws {
        let world = try await APIWorld()
        let host = await world.host
        try await world.run { visitor in
            let place = "hosts/\(host)/networks/default"
            for body in [
                "{}", #"{"dhcp":"x"}"#, #"{"dhcp":"auto","noDHCP":true}"#, #"{"dnsNames":["<b>=1.2.3.4"]}"#,
                #"{"mtu":-1}"#, #"{"via":"eth0"}"#, #"{"kind":"bridge"}"#, #"{"subnet":"10.0.0.0/99"}"#,
                #"{"domain":"a b"}"#, #"{"removedDNSNames":[1]}"#,
            ] {
                let refused = try await visitor.api(.patch, place, body)
                #expect(refused.status == 400, "\(body): \(refused.body)")
            }
        }
        try await world.run(as: .operator) { visitor in
            let answer = try await visitor.api(.patch, "hosts/\(host)/networks/default", #"{"autostart":true}"#)
            #expect(answer.status == 403)
        }
    }

    @Test func addressesAndPortsOfMachinesAreForAdministratorsAndReadFirst() async throws {
        let world = try await APIWorld()
        let place = try await world.place("m0")
        let host = await world.host
        try await world.run { visitor in
            for body in [#"{"address":"<b>"}"#, #"{"address":"1.2.3"}"#, #"{"address":"1.2.3.4","x":1}"#, "{}"] {
                #expect(try await visitor.api(.put, "\(place)/reservation", body).status == 400, "\(body)")
            }
            // The machine has no card.
            let none = try await visitor.api(.put, "\(place)/reservation", #"{"address":"192.168.122.9"}"#)
            #expect(none.status == 404, "\(none.body)")
            for body in [
                #"{"ports":[]}"#, #"{"ports":["80; reboot"]}"#, #"{"ports":["0:80"]}"#, #"{"ports":["127.0.0.1:1:1"]}"#,
                #"{"ports":["80:80"],"address":"x"}"#,
            ] {
                #expect(try await visitor.api(.post, "\(place)/ports", body).status == 400, "\(body)")
            }
            #expect(try await visitor.api(.delete, "\(place)/ports?port=none").status == 400)
            // Nobody's firewall is touched for a machine of the test driver.
            let ports = try await visitor.api(.post, "\(place)/ports", #"{"ports":["8080:80"]}"#)
            #expect(ports.problem == "unsupported", "\(ports.body)")
            let one = "machine=\(place.split(separator: "/").last ?? "")"
            for list in [
                "networks/default/ports", "ports", "ports?\(one)",
                "ports?\(one)&machine=00000000-0000-4000-8000-000000000000",
            ] {
                let list = try await visitor.api(.get, "hosts/\(host)/\(list)")
                #expect(try list.json(Listing<PublishedPortRow>.self).items.isEmpty)
            }
            for name in ["m1", "%2A"] {
                #expect(try await visitor.api(.get, "hosts/\(host)/ports?\(one)&machine=\(name)").status == 400)
            }
            let restored = try await visitor.api(.post, "hosts/\(host)/ports/restoration")
            #expect(restored.problem == "unsupported", "\(restored.body)")
            let several = try await visitor.api(.delete, "\(place)/ports?port=8080:80&port=nonsense")
            #expect(several.status == 400, "\(several.body)")
            #expect(try await visitor.api(.get, "hosts/\(host)/leases").status == 200)
        }
        try await world.run(as: .operator) { visitor in
            for (method, path, body) in [
                (HTTPRequest.Method.put, "reservation", #"{"address":"192.168.122.9"}"#), (.delete, "reservation", nil),
                (.post, "ports", #"{"ports":["8080:80"]}"#), (.delete, "ports", nil),
            ] as [(HTTPRequest.Method, String, String?)] {
                let answer = try await visitor.api(method, "\(place)/\(path)", body)
                #expect(answer.status == 403, "\(method) \(path)")
            }
        }
    }
}
