/// A deletion of machines on the hosts of a fleet.
struct FleetDeletion: SiteDeletion {
    let keepsDisks: Bool
    var refused: [Failure]
    var planned: [(host: Host, plans: [MachineDeletion])] = []

    var plans: [MachineDeletion] { planned.flatMap { $0.plans } }

    func carryOut(_ deleted: (MachineDeletion, [String]) -> Void) async -> [Failure] {
        var failures: [Failure] = []
        for (host, plans) in planned {
            do throws(Failure) {
                failures += try await host.delete(plans, keepDisks: keepsDisks, deleted: deleted)
            } catch {
                failures.append(error)
            }
        }
        return failures
    }
}
