import LibvirtXML

extension LibvirtXML.Domain {
    /// The disks that are the machine's own to write to, by their targets: those that a template keeps from all writing.
    var writableDisks: [String] {
        self.devices.disks.filter { $0.isOwn(inTemplate: false) }.compactMap(\.target)
    }

    /// Marks it as a template. With its disks read-only, no program can start it in a way that would ruin what stands on
    /// them.
    /// - Parameter targets: of those disks.
    mutating func becomeTemplate(disks targets: [String]) {
        setReadOnly(true, targets)
        var metadata = MachineMetadata(of: self)
        metadata.becomeTemplate(disks: targets)
        metadata.write(to: &self)
    }

    /// - Returns: whether it was noted which of its disks were writable.
    mutating func becomeOrdinary() -> Bool {
        var metadata = MachineMetadata(of: self)
        guard let targets = metadata.templateDisks else { return false }
        setReadOnly(false, targets)
        metadata.becomeOrdinary()
        metadata.write(to: &self)
        return true
    }

    private mutating func setReadOnly(_ isReadOnly: Bool, _ targets: [String]) {
        var disks = self.devices.disks
        for index in disks.indices where disks[index].target.map(targets.contains) == true {
            disks[index].readOnly = isReadOnly
        }
        self.devices.disks = disks
    }
}
