import Libvirt
import LibvirtXML

extension Machine {
    /// Makes a machine that is off a template: it can be cloned, its disks are read-only, and it does not start. Maps to
    /// `virDomainDefineXML`.
    /// - Throws: ``Failure`` of kind state when it runs, has a saved state or a first boot that is not finished, or is a
    ///   template already.
    public func makeTemplate() async throws(Failure) {
        let task = "Cannot make \(label) a template"
        try await requireAtRest(for: task)
        try await redefining(task) { domain throws(Failure) in
            guard !MachineMetadata(of: domain).isTemplate else {
                throw Failure(.state, "\(label) is a template already")
            }
            try requireFirstBootEnded(domain, for: task)
            domain.becomeTemplate(disks: domain.writableDisks)
        }
    }

    /// Makes a template an ordinary machine again: its disks can be written to, and it starts. Maps to
    /// `virDomainDefineXML`.
    /// - Throws: ``Failure`` of kind state when something stands on its disks, or when it is no template.
    public func makeOrdinary() async throws(Failure) {
        let task = "Cannot make \(label) an ordinary machine"
        let users = try await host.usersForDeletion()
        try await redefining(task) { domain throws(Failure) in
            let metadata = MachineMetadata(of: domain)
            guard metadata.isTemplate else { throw Failure(.state, "\(label) is no template") }
            let disks = domain.devices.disks.filter { $0.target.map((metadata.templateDisks ?? []).contains) == true }
            for path in disks.compactMap(\.source?.path) {
                guard let reason = users.reason(for: path, except: uuid) else { continue }
                throw Failure(
                    .state, task, why: "its disk \(path) is used by \(reason)",
                    remedy: "Delete what stands on it first.")
            }
            guard domain.becomeOrdinary() else {
                throw Failure(
                    .state, task, why: "it is not noted which of its disks were writable",
                    remedy: "Take <readonly/> and the mark of Roost out by hand: roost edit \(reference)")
            }
        }
    }

    private func redefining(
        _ task: String, _ change: (inout LibvirtXML.Domain) throws(Failure) -> Void
    ) async throws(Failure) {
        let before = try await xml(.nextStart, secrets: true)
        let after: String
        do {
            var domain = try LibvirtXML.Domain(parsing: before)
            try change(&domain)
            after = try domain.xml()
        } catch {
            throw error as? Failure ?? Failure(.general, task, why: "\(error)")
        }
        try await doing(task) { () throws(LibvirtError) in _ = try await host.connection.defineDomain(xml: after) }
    }
}
