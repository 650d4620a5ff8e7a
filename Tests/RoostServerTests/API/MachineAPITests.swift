import Foundation
import HTTPTypes
import HummingbirdTesting
import Libvirt
import NIOCore
import RoostCore
import Testing

@testable import RoostServer

@Suite(.timeLimit(.minutes(2))) struct MachineAPITests {
    private typealias Rows = Listing<LiveMachine>

    @Test func aListIsPagedSortedAndFilteredFromMemory() async throws {
        let world = try await APIWorld(machines: 250)
        try await world.run(as: .viewer) { visitor in
            let calls = try await world.live.host(named: world.host).connection.statistics
            let before = calls.totalCalls
            var names: [String] = []
            var cursor = ""
            repeat {
                let page = try await visitor.api(.get, "machines?limit=100\(cursor)").json(Rows.self)
                #expect(page.total == 250)
                names += page.items.map(\.name)
                cursor = page.next.map { "&cursor=\($0)" } ?? ""
            } while !cursor.isEmpty
            #expect(names == (0..<250).map { "m\($0)" }.sorted())
            #expect(try await visitor.api(.get, "machines").json(Rows.self).items.count == 200)
            func found(_ query: String) async throws -> [String] {
                try await visitor.api(.get, "machines?\(query)").json(Rows.self).items.map(\.name)
            }
            #expect(try await found("q=M24").count == 11)
            #expect(try await found("q=m24%20249th") == ["m249"])
            #expect(try await found("tag=t7&limit=1000").count == 25)
            #expect(try await found("tag=t7,t8").isEmpty)
            #expect(try await found("state=off").isEmpty)
            #expect(try await found("host=elsewhere").isEmpty)
            #expect(try await found("sort=-name&limit=2") == ["m99", "m98"])
            #expect(try await found("sort=memory&limit=3") == ["m0", "m1", "m10"])
            for query in ["limit=0", "limit=1001", "limit=x", "state=odd", "sort=odd", "cursor=odd", "cursor=e30"] {
                #expect(try await visitor.api(.get, "machines?\(query)").status == 400, "\(query)")
            }
            // Some calls may come of the measuring meanwhile, which goes on by itself.
            #expect(calls.totalCalls - before <= 12)
        }
    }

    @Test func pagesInTheOtherDirectionGoOnWhereTheyEnded() async throws {
        let world = try await APIWorld(machines: 30)
        try await world.run(as: .viewer) { visitor in
            for sort in ["-name", "state", "-host", "memory", "-cpu"] {
                var names: [String] = []
                var cursor = ""
                repeat {
                    let page = try await visitor.api(.get, "machines?sort=\(sort)&limit=7\(cursor)").json(Rows.self)
                    names += page.items.map(\.name)
                    cursor = page.next.map { "&cursor=\($0)" } ?? ""
                } while !cursor.isEmpty
                // What is measured moves meanwhile.
                if sort != "-cpu" { #expect(names.count == 30 && Set(names).count == 30, "\(sort)") }
            }
        }
    }

    @Test func aMachineIsStartedStoppedAndChanged() async throws {
        let world = try await APIWorld()
        let place = try await world.place("m1")
        try await world.run(as: .operator) { visitor in
            #expect(try await visitor.api(.post, "\(place)/actions/destroy").status == 204)
            let again = try await visitor.api(.post, "\(place)/actions/destroy")
            #expect(again.status == 409)
            #expect(again.problem == "state")
            #expect(try await visitor.api(.get, place).json(MachineDetail.self).state == .off)
            #expect(try await visitor.api(.post, "\(place)/actions/start").status == 204)
            #expect(try await visitor.api(.post, "\(place)/actions/fly").status == 404)
            let changed = try await visitor.api(
                .patch, place, #"{"title":"<script>alert(1)</script>","tags":["new"],"notes":"a\nb"}"#)
            #expect(changed.status == 200, "\(changed.body)")
            let detail = try await visitor.api(.get, place).json(MachineDetail.self)
            #expect(detail.title == "<script>alert(1)</script>")
            #expect(detail.tags == ["new"])
            for body in ["{}", #"{"titel":"x"}"#, #"{"title":7}"#, "[]", "x", #"{"vcpus":0}"#] {
                #expect(try await visitor.api(.patch, place, body).status == 400, "\(body)")
            }
        }
        let entries = try await world.test.server.parts.store.entries(AuditQuery(user: "olaf", machine: "m1"))
        #expect(entries.map(\.action) == ["change", "start", "destroy", "destroy"])
        #expect(entries.map(\.result) == [.done, .done, .failed, .done])
    }

    @Test func whatIsNotThereIsNotFound() async throws {
        let world = try await APIWorld()
        try await world.run { visitor in
            let host = await world.host
            for path in [
                "hosts/none", "hosts/none/machines/00000000-0000-0000-0000-000000000001", "hosts/none/networks",
                "hosts/\(host)/machines/00000000-0000-0000-0000-000000000001", "hosts/\(host)/machines/..%2f..%2fetc",
                "hosts/\(host)/machines/m1", "hosts/\(host)/networks/no*", "hosts/\(host)/pools/*",
                "hosts/\(host)/pools/none/volumes", "uploads/x", "operations/00000000-0000-0000-0000-000000000001",
            ] {
                let answer = try await visitor.api(.get, path)
                #expect(answer.status == 404, "\(path)")
            }
        }
    }

    @Test func aDefinitionIsShownWithoutPasswordsAndKeepsThem() async throws {
        let world = try await APIWorld()
        let place = try await world.place("m1")
        try await world.run { visitor in
            let shown = try await visitor.api(.get, "\(place)/xml")
            #expect(!shown.body.contains("verysecret"))
            let tag = try #require(shown.headers[.eTag])
            let xml = shown.body.replacing("The 1th", with: "Another title")
            var fields = visitor.headers
            fields[.contentType] = "application/xml"
            fields[.ifMatch] = "\"other\""
            let late = try await visitor.client.execute(
                uri: "/api/v1/\(place)/xml", method: .put, headers: fields, body: .init(string: xml)
            ) { $0.status.code }
            #expect(late == 412)
            fields[.ifMatch] = tag
            let broken = try await visitor.client.execute(
                uri: "/api/v1/\(place)/xml?dryRun=true", method: .put, headers: fields, body: .init(string: "<domain>")
            ) { $0.status.code }
            #expect(broken == 400)
            let done = try await visitor.client.execute(
                uri: "/api/v1/\(place)/xml", method: .put, headers: fields, body: .init(string: xml)
            ) { $0.status.code }
            #expect(done == 200)
            let full = try await world.live.machine(String(place.suffix(36)), on: world.host).xml(
                .nextStart, secrets: true)
            #expect(full.contains("Another title"))
            #expect(full.contains("verysecret"))
        }
    }

    @Test func aDeletionTakesWhatWasShown() async throws {
        let world = try await APIWorld()
        let place = try await world.place("m2")
        try await world.run { visitor in
            let plan = try await visitor.api(.get, "\(place)/deletion?disks=keep")
            #expect(plan.status == 200, "\(plan.body)")
            #expect(try await visitor.api(.delete, place, nil, [.ifMatch: "\"other\""]).status == 412)
            #expect(try await visitor.api(.delete, "\(place)?disks=odd").status == 400)
            let tag = try #require(plan.headers[.eTag])
            let done = try await visitor.api(.delete, "\(place)?disks=keep", nil, [.ifMatch: tag])
            #expect(done.status == 200, "\(done.body)")
            #expect(try await visitor.api(.get, place).status == 404)
        }
    }

    @Test func aTokenForOneHostSeesNoOther() async throws {
        let world = try await APIWorld()
        try await world.run { visitor in
            func token(_ host: String) async throws -> TestVisitor {
                let made = try await visitor.api(.post, "tokens", #"{"name":"x","role":"viewer","host":"\#(host)"}"#)
                return visitor.withToken(try made.json(TokenRoutes.View.self).secret ?? "")
            }
            let host = await world.host
            let (own, other) = (try await token(host), try await token("other"))
            #expect(try await own.api(.get, "machines").json(Rows.self).total == 3)
            #expect(try await other.api(.get, "machines").json(Rows.self).total == 0)
            #expect(try await other.api(.get, "hosts").json(Listing<LiveHost>.self).total == 0)
            #expect(try await other.api(.get, "hosts/\(host)").status == 403)
        }
    }
}
