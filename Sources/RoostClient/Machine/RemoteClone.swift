import NIOHTTP1
import RoostCore

/// A clone that the server has worked out.
struct RemoteClone: SiteClone {
    let machine: RemoteMachine
    let order: CloneOrder
    let shown: MachineClone

    func make(start: Bool) -> Operation<ClonedMachine> {
        var order = order
        order.start = start
        let (path, sent) = (machine.path, order)
        return machine.site.operation("clone \(machine.label) to \(order.name)", host: machine.hostName) {
            () throws(Failure) in try ServerRequest.sending(.POST, path + ["clone"], sent)
        }
    }
}
