import Libvirt
import LibvirtXML

extension Machine {
    /// - Throws: ``Failure`` of kind state unless it is off, with a definition that stays and without a saved state.
    func requireAtRest(for task: String) async throws(Failure) {
        let (isPersistent, isActive, isSaved) = try await doing(task) { () throws(LibvirtError) in
            (try await domain.isPersistent(), try await domain.isActive(), try await domain.hasManagedSave())
        }
        guard isPersistent else {
            throw Failure(.state, task, why: "it is transient: it has no definition that stays")
        }
        guard !isActive else {
            throw Failure(
                .state, task, why: "it is running, and its disks change",
                remedy: "Shut it down first: roost shutdown \(reference)")
        }
        guard !isSaved else {
            throw Failure(
                .state, task, why: "it has a saved state, which belongs to its disks",
                remedy: "Let it go on and shut it down: roost start \(reference), roost shutdown \(reference)")
        }
    }

    /// What the first boot is told, above all whom to let in, may not be on the disk yet, and does not go to a clone.
    func requireFirstBootEnded(_ definition: LibvirtXML.Domain, for task: String) throws(Failure) {
        guard MachineMetadata(of: definition).seed != nil else { return }
        throw Failure(
            .state, task, why: "its first boot is not finished",
            remedy: "Finish it first: roost start \(reference), then roost wait \(reference) --for ready")
    }
}
