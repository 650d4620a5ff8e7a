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
    let tag: String

    var volume: MachineDeletion.Item? { plan.volume }

    /// An operation of the server's: Ctrl-C ends the waiting there too.
    func detach(within limit: Duration) async throws -> MachineDeviceReport {
        let wish = [("timeout", "\(max(1, limit.components.seconds))"), ("asOperation", "true")]
        let waiting = RemoteOperation<MachineDeviceReport>(site: machine.site, task: task)
        return machine.named(
            try await waiting.run(.delete(device, query: query + wish).ifMatching(tag)) { _ in })
    }
}
