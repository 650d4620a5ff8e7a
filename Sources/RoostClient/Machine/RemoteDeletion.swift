import RoostCore

/// A deletion of machines through a server: each goes only if it is what was shown.
struct RemoteDeletion: SiteDeletion {
    let keepsDisks: Bool
    var refused: [Failure]
    var planned: [(machine: RemoteMachine, plan: MachineDeletion, tag: String)] = []

    var plans: [MachineDeletion] { planned.map(\.plan) }

    static func query(_ keepsDisks: Bool) -> [(String, String)] { [("disks", keepsDisks ? "keep" : "delete")] }

    private struct Deleted: Decodable {
        let files: [String]
        let left: [RemoteFailure]
    }

    func carryOut(_ deleted: (MachineDeletion, [String]) -> Void) async -> [Failure] {
        var failures: [Failure] = []
        for (machine, plan, tag) in planned {
            do throws(Failure) {
                let request = ServerRequest.delete(machine.path, query: Self.query(keepsDisks)).ifMatching(tag)
                let done = try await machine.server.ask(
                    request, for: Deleted.self, task: "Cannot delete \(machine.label)")
                deleted(plan, done.files)
                failures += done.left.map(\.failure)
            } catch {
                failures.append(error)
            }
        }
        return failures
    }
}
