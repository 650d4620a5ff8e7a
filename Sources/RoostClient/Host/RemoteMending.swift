import RoostCore
import Synchronization

/// Changes that mend a host of a server; nothing else is done than what was shown.
struct RemoteMending: SiteMending {
    let place: ServerPlace
    let changes: [HostChange]
    let tag: String

    private struct Mended: Decodable {
        struct Outcome: Decodable {
            let failure: RemoteFailure?
        }

        let changes: [Outcome]
    }

    func make(_ tell: @escaping @Sendable (HostChange) -> Void) async throws {
        let told = Mutex(0)
        // How far it is, is asked now and then: what was quick is told of all the same.
        @Sendable func tellUp(to count: Int) {
            let new = told.withLock { told in
                let new = told..<max(told, min(count, changes.count))
                told = new.upperBound
                return new
            }
            for change in changes[new] { tell(change) }
        }
        let request = ServerRequest.post(place.path + ["mending"]).ifMatching(tag)
        let mending = RemoteOperation<Mended>(site: place.site, task: "Cannot mend \(place.name)", isPartial: true)
        let done = try await mending.run(request) { progress in
            tellUp(to: Int(clamping: progress.done) &+ 1)
        }
        tellUp(to: changes.count)
        let failures = done.changes.compactMap { $0.failure?.failure }
        if !failures.isEmpty { throw PartialFailure(failures: failures, attempted: changes.count) }
    }
}
