import NIOHTTP1
import RoostCore

/// Another size of a disk, as the server has worked it out.
struct RemoteDiskResize: SiteDiskResize {
    struct Plan: Decodable {
        let target: String
        let capacity: UInt64
        let size: UInt64
        let path: String
    }

    let machine: RemoteMachine
    let plan: Plan
    let mayShrink: Bool
    let tag: String

    var target: String { plan.target }
    var size: UInt64 { plan.size }
    var path: String { plan.path }
    var shrinks: Bool { plan.size < plan.capacity }

    func resize() async throws(Failure) -> MachineDeviceReport {
        let order = DiskSizeOrder(DiskSizeWish(bytes: plan.size, mayShrink: mayShrink))
        return try await machine.report(
            try .sending(.PATCH, machine.path + ["disks", plan.target], order).ifMatching(tag),
            task: "Cannot resize \(plan.target) of \(machine.label)")
    }
}
