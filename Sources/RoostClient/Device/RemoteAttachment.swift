import NIOHTTP1
import RoostCore

/// A device that the server has decided, and will decide the same way when it is attached.
struct RemoteAttachment: SiteAttachment {
    struct Plan: Decodable {
        let kind: MachineDeviceKind
        let device: String
        let notices: [String]
        let xml: String
    }

    let machine: RemoteMachine
    /// Where it is put.
    let list: String
    let words: [String: String]
    let scope: MachineChange.Scope
    let plan: Plan

    var notices: [String] { plan.notices }
    var xml: String { plan.xml }

    func attach() -> Operation<MachineDeviceReport> {
        let what = "attach a \(plan.kind.words) to \(machine.label)"
        return Operation(what, host: machine.hostName) { report in
            let request = try ServerRequest.sending(
                .POST, machine.path + [list], query: RemoteMachine.query(scope), words)
            // Only disks are made first, which takes its time.
            guard list == "disks" else { return try await machine.report(request, task: "Cannot \(what)") }
            return machine.named(
                try await RemoteOperation<MachineDeviceReport>(site: machine.site, task: "Cannot \(what)")
                    .run(request, report))
        }
    }
}
