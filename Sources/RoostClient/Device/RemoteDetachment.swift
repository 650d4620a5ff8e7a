import RoostCore

/// The detaching of a device as the server has worked it out; nothing else goes than what was shown.
struct RemoteDetachment: SiteDetachment {
    struct Plan: Decodable {
        let volume: MachineDeletion.Item?
    }

    let machine: RemoteMachine
    let device: [String]
    let query: [(String, String)]
    let task: String
    let plan: Plan
    let tag: String?

    /// How long the server waits for a guest at most, in seconds.
    private static let longest: Int64 = 100

    var volume: MachineDeletion.Item? { plan.volume }

    func detach(within limit: Duration) async throws(Failure) -> MachineDeviceReport {
        let seconds = max(1, limit.components.seconds)
        guard seconds <= Self.longest else {
            throw Failure(
                .usage, task, why: "a server waits no longer than \(Self.longest) s for a guest",
                remedy: "Say --timeout \(Self.longest).")
        }
        return try await machine.report(
            .delete(device, query: query + [("timeout", "\(seconds)")]).ifMatching(tag), task: task)
    }
}
