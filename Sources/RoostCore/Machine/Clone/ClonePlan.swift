import LibvirtXML

/// A clone that is decided and checked, and not yet made.
public struct ClonePlan: Sendable {
    let machine: Machine
    /// For its next start, with passwords: not to be printed.
    let source: LibvirtXML.Domain
    /// The same as libvirt wrote it.
    let sourceText: String
    let disks: [CloneDisk]
    /// What it comes to, for a person's eyes.
    public let shown: MachineClone
}

extension Machine {
    /// Works out a clone of the machine. Nothing is made.
    /// - Parameter name: of the clone.
    /// - Throws: ``Failure``: of kind state when it runs, has a saved state or a first boot that is not finished, when another
    ///   machine writes to its disks, or for overlays when it has snapshots; exists when the name is taken; unsupported
    ///   for a disk that cannot be copied like that.
    public func planClone(as name: String, copy: CloneCopy = .auto) async throws(Failure) -> ClonePlan {
        try await ClonePlanner(machine: self, name: name, copy: copy).plan()
    }
}

extension Host {
    /// Makes a planned clone. When it fails or is cancelled, everything that was made for it is taken back.
    ///
    /// Maps to `virStorageVolCreateXMLFrom` for copies, `virStorageVolCreateXML` for overlays and `virDomainDefineXML`.
    /// - Parameter start: whether the clone is started.
    public func clone(_ plan: ClonePlan, start: Bool = false) -> Operation<ClonedMachine> {
        Operation("clone \(plan.shown.source) to \(plan.shown.name)", host: name) { report in
            try await CloneMaker(host: self, plan: plan, start: start, report: report).make()
        }
    }
}
