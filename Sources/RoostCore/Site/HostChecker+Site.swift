extension HostChecker: SiteCheckup {
    public func mending(after report: HostCheckReport) async throws(Failure) -> any SiteMending {
        Mending(changer: try HostChanger(target), changes: report.fixes)
    }

    private struct Mending: SiteMending {
        let changer: HostChanger
        let changes: [HostChange]

        func make(_ tell: @escaping @Sendable (HostChange) -> Void) async throws {
            var failures: [Failure] = []
            for change in changes {
                try Task.checkCancellation()
                tell(change)
                do throws(Failure) {
                    try await changer.make(change)
                } catch {
                    failures.append(error)
                }
            }
            if !failures.isEmpty { throw PartialFailure(failures: failures, attempted: changes.count) }
        }
    }
}
