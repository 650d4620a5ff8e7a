import Testing

@testable import RoostClient
@testable import RoostCore

struct HostTests {
    @Test func aHostThatIsNoComputerHasNoBridges() async throws {
        try await ClientWorld.run { world in
            let request = try BridgeRequest(bridge: "br0", nic: "eth0")
            for run: @Sendable (any SiteHost) async throws -> Void in [
                { _ = try await $0.bridge("br0") }, { _ = try await $0.makingBridge(request) },
                { _ = try await $0.deletingBridge("br0", force: false) }, { try await $0.confirmBridge("br0") },
            ] {
                var said: [Failure] = []
                for site in [try await world.site() as any Site, world.fleet] {
                    let host = try await site.place(of: "alpha/br0").host
                    do {
                        try await run(host)
                        Issue.record("nothing failed")
                    } catch let failure as Failure {
                        said.append(failure)
                    }
                }
                #expect(said[0].kind == .unsupported && said[0].description == said[1].description, "\(said)")
            }
        }
    }

    @Test func theWordsOfABridgesOperationAreReadAsTheyAreWritten() {
        for progress: BridgeProgress in [
            .started(seconds: 60), .waiting(seconds: 41), .silent(seconds: 0), .abandoning, .lookingForOld,
        ] {
            #expect(BridgeStep.reading(BridgeStep.progress(progress, of: 60)) == progress)
        }
        #expect(BridgeStep.reading(OperationProgress(step: "uploading", done: 9, total: 3)) == nil)
        #expect(
            BridgeStep.reading(OperationProgress(step: BridgeStep.waiting.rawValue, done: 9, total: 3))
                == .waiting(seconds: 0))
    }

    @Test func nothingIsMendedThatWasNotShown() async throws {
        try await ClientWorld.run { world in
            let site = try await world.site()
            let checkup = try await site.checkup()
            let report = try await checkup.check()
            #expect(report.host == "alpha" && !report.findings.isEmpty)
            let place = try await site.place()
            let change = HostChange(title: "Touch this computer", commands: ["false"])
            let other = RemoteMending(place: place, changes: [change], tag: "\"0\"")
            let refused = await #expect(throws: Failure.self) { try await other.make { _ in } }
            // Nothing else that could be wrong says so.
            #expect(
                refused?.kind == .state && refused?.what == "Nothing was changed"
                    && refused?.why == "It is not any more what you have seen.", "\(String(describing: refused))")
            let viewer = try await world.site("viewer", as: "vera")
            let denied = await #expect(throws: Failure.self) { _ = try await viewer.checkup().check() }
            #expect(denied?.kind == .permission)
        }
    }
}
