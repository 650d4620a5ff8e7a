import Foundation
import HTTPTypes
import Testing

@testable import RoostServer

struct TokenTests {
    private func make(_ visitor: TestVisitor, _ order: String) async throws -> String {
        let answer = try await visitor.api(.post, "tokens", order)
        try #require(answer.status == 201, "\(answer.body)")
        return try #require(try answer.json(TokenRoutes.View.self).secret)
    }

    @Test func aTokenActsWithItsRoleAndNoMore() async throws {
        try await TestServer().run { visitor async throws in
            let ada = try await visitor.loggedIn(as: "ada")
            let secret = try await make(ada, #"{"name":"watch","role":"viewer"}"#)
            #expect(secret.hasPrefix("roost_") && secret.count == 49)
            let program = visitor.withToken(secret)
            #expect(try await program.api(.get, "tokens").status == 200)
            #expect(try await program.api(.get, "audit").problem == "role-needed")
            #expect(try await program.api(.get, "session").status == 401)
            #expect(
                try await program.api(.post, "tokens", #"{"name":"more","role":"viewer"}"#).problem == "session-needed")
        }
    }

    @Test func nobodyMakesATokenThatMayMore() async throws {
        try await TestServer().run { visitor async throws in
            let order = #"{"name":"root","role":"administrator"}"#
            let ada = try await visitor.loggedIn(as: "ada")
            #expect(try await ada.api(.post, "tokens", order).problem == "elevation-needed")
            let vera = try await visitor.loggedIn(as: "vera")
            #expect(try await vera.api(.post, "tokens", #"{"name":"x","role":"operator"}"#).problem == "role-needed")
        }
    }

    @Test func aTokenLosesWhatItsOwnerLoses() async throws {
        let server = try await TestServer()
        let tokens = server.server.parts.tokens
        let (_, secret) = try await tokens.make(user: "ada", name: "t", role: .administrator, host: nil, life: 60)
        server.accounts.setGroups(["libvirt"], of: "ada")
        try await server.run { visitor async throws in
            #expect(try await visitor.withToken(secret).api(.get, "audit").problem == "role-needed")
        }
    }

    @Test func itEndsWithItsTimeAndWhenItIsRemoved() async throws {
        let server = try await TestServer()
        try await server.run { visitor async throws in
            let olaf = try await visitor.loggedIn(as: "olaf")
            let secret = try await make(olaf, #"{"name":"short","role":"viewer","days":1}"#)
            let program = visitor.withToken(secret)
            let id = try await program.api(.get, "tokens").json(Listing<TokenRoutes.View>.self).items[0].id
            let vera = try await visitor.loggedIn(as: "vera")
            #expect(try await vera.api(.delete, "tokens/\(id)").status == 404)
            let other = try await make(olaf, #"{"name":"other","role":"viewer","days":365}"#)
            #expect(try await olaf.api(.delete, "tokens/\(id)").status == 204)
            #expect(try await program.api(.get, "tokens").status == 401)
            server.clock.pass(365 * 86_400)
            #expect(try await visitor.withToken(other).api(.get, "tokens").status == 401)
        }
    }

    @Test func whatIsWrongWithAnOrderIsSaid() async throws {
        try await TestServer().run { visitor async throws in
            let olaf = try await visitor.loggedIn(as: "olaf")
            for order in [
                #"{"name":"x","role":"viewer","days":366}"#, #"{"name":"x","role":"viewer","days":0}"#,
                #"{"name":"","role":"viewer"}"#, #"{"name":"a\nb","role":"viewer"}"#, #"{"name":"x","role":"king"}"#,
            ] { #expect(try await olaf.api(.post, "tokens", order).status == 400, "\(order)") }
        }
    }

    @Test func aTokenForOneHostReachesNoOther() async throws {
        let server = try await TestServer()
        let (_, secret) = try await server.server.parts.tokens.make(
            user: "olaf", name: "t", role: .operator, host: "alpha", life: 60)
        try await server.run { visitor async throws in
            #expect(try await visitor.withToken(secret).api(.get, "tokens").problem == "token-scope")
            #expect(try await visitor.withToken(secret).ask(.get, "/metrics").status == 403)
        }
    }

    @Test func theStoreHasOnlyTheHash() async throws {
        let store = try Store.inMemory()
        let tokens = try await Tokens(store: store)
        let (_, secret) = try await tokens.make(user: "a", name: "n", role: .viewer, host: nil, life: 60)
        let stored = try await store.tokens()
        #expect(stored.keys.map(\.data) == [SecretHash(of: secret).data])
        let again = try await Tokens(store: store)
        #expect(again.find(secret)?.user == "a" && again.find(secret + "x") == nil)
    }

    @Test(arguments: ["", "Bearer", "Bearer x", "Basic cm9vdDpyaWdodA==", "Bearer roost_unknown"])
    func anythingElseIsRefused(authorization: String) async throws {
        try await TestServer().run { visitor async throws in
            #expect(try await visitor.api(.get, "tokens", nil, [.authorization: authorization]).status == 401)
        }
    }
}
