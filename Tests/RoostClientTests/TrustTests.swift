import Foundation
import Testing

@testable import RoostClient
@testable import RoostCore

/// Whom is believed what.
struct TrustTests {
    @Test func aServersOwnCertificateIsBelievedOnceItWasPinned() async throws {
        try await ClientWorld.run(machines: 1) { world in
            let shown = try await ServerCertificate.shown(by: world.address)
            #expect(shown.isSelfMade && shown.fingerprint.count == 95)
            #expect(ServerCertificate.fingerprint(of: shown.text) == shown.fingerprint)
            let token = try await world.logIn().token.revealed
            let system = try await world.connection(token: token, trust: .system)
            let refused = await #expect(throws: Failure.self) { try await system.whoami() }
            #expect(refused?.kind == .permission && refused?.remedy?.contains("roost login") == true)
            #expect(try await system.isBelieved().get() == false)
            let pinned = try await world.connection(token: token)
            #expect(try await pinned.isBelieved().get())
            #expect(try await pinned.whoami().user == "ada")
        }
    }

    @Test func anotherCertificateIsRefusedWithBothFingerprints() async throws {
        try await ClientWorld.run(machines: 1) { world in
            let other = try await ClientWorld.otherCertificate()
            let connection = try await world.connection(token: "roost_x", trust: .pinned(other))
            let failure = await #expect(throws: Failure.self) { try await connection.whoami() }
            let before = try #require(ServerCertificate.fingerprint(of: other))
            #expect(failure?.kind == .permission)
            #expect(failure?.why?.contains(before) == true && failure?.why?.contains(world.fingerprint) == true)
            #expect(failure?.remedy?.contains("roost login") == true)
        }
    }

    @Test func fingerprintsAreTheSameHoweverTheyAreWritten() {
        let bytes = (0..<32).map { String(format: "%02X", $0) }
        #expect(ServerCertificate.isSame(bytes.joined(separator: ":"), "sha256:" + bytes.joined().lowercased()))
        #expect(!ServerCertificate.isSame(bytes.joined(), bytes.dropLast().joined()))
        #expect(!ServerCertificate.isSame("", ""))
    }

    @Test func aTokenDoesWhatItsRoleMayUntilItIsTakenBack() async throws {
        try await ClientWorld.run(machines: 1) { world in
            let viewer = try await world.site("viewer", as: "vera")
            let refused = await #expect(throws: PartialFailure.self) {
                try await viewer.forEachMachine(["m0"]) { try await $0.destroy() }
            }
            #expect(refused?.kind == .permission && refused?.failures[0].remedy?.contains("--role") == true)
            let operating = try await world.site(nil, as: "ada")
            let deletion = try await operating.deletion(of: ["m0"], keepDisks: true, force: true)
            let kept = await deletion.carryOut { _, _ in }
            #expect(kept.map(\.kind) == [.permission])
            #expect(kept[0].remedy?.contains("roost login \(world.address)") == true, "\(kept)")
            let entry = try await world.logIn("operator", as: "olaf")
            let connection = try await world.connection(token: entry.token.revealed)
            let who = try await connection.whoami()
            #expect(who.user == "olaf" && who.role == "operator" && who.expires.map { $0 > Date() } == true)
            try await connection.removeToken(entry.tokenID)
            let over = await #expect(throws: Failure.self) { try await connection.whoami() }
            #expect(over?.kind == .permission && over?.remedy == "Log in: roost login \(world.address)")
        }
    }

    @Test func wrongPasswordsAndTooHighRolesAreRefused() async throws {
        try await ClientWorld.run(machines: 1) { world in
            let wrong = await #expect(throws: Failure.self) { try await world.logIn(nil, as: "ada", password: "wrong") }
            #expect(wrong?.kind == .permission)
            let high = await #expect(throws: Failure.self) { try await world.logIn("administrator", as: "olaf") }
            #expect(high?.kind == .permission)
            let usual = try await world.logIn(nil, as: "olaf")
            #expect(usual.role == "operator" && usual.user == "olaf")
            #expect(!"\(usual)".contains(usual.token.revealed))
        }
    }

    @Test func aServerThatIsAwayIsSaidInOneLine() async throws {
        // Nobody listens on the port of a server that is gone.
        var address = ""
        try await ClientWorld.run(machines: 1) { world in address = world.address.description }
        let connection = try ServerConnection(to: try ServerURL(address), trust: .system, token: "roost_x")
        let failure = await #expect(throws: Failure.self) { try await connection.whoami() }
        #expect(failure?.kind == .unreachable && failure?.what.contains(address) == true)
        #expect(failure?.remedy != nil)
        await connection.close()
    }
}
