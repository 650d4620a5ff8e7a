import LibvirtXML

/// Finds a device by what identifies it: never by its position, for other programs insert and remove devices too.
struct DeviceSearch {
    let machine: Machine
    let definitions: MachineDefinitions

    /// A disk or drive in the running machine, in the definition, or in both.
    struct FoundDisk {
        var target: String
        var live: LibvirtXML.Disk?
        var next: LibvirtXML.Disk?

        var kind: MachineDeviceKind {
            switch (live ?? next)?.device {
            case .cdrom: .cdrom
            case .floppy: .floppy
            default: .disk
            }
        }
        var source: StorageSource? { (live ?? next)?.source }
    }

    /// An interface in the running machine, in the definition, or in both.
    struct FoundInterface {
        var mac: String
        var live: LibvirtXML.Interface?
        var next: LibvirtXML.Interface?
    }

    private var allDisks: [LibvirtXML.Disk] { definitions.all.flatMap(\.devices.disks) }
    private var allInterfaces: [LibvirtXML.Interface] { definitions.all.flatMap(\.devices.interfaces) }

    /// - Parameter text: its target, its alias, or its file.
    func disk(_ text: String, kinds: Set<MachineDeviceKind> = [.disk, .cdrom, .floppy]) throws(Failure) -> FoundDisk {
        let matches = Set(
            allDisks.filter { $0.target == text || $0.alias == text || $0.source?.text == text }.compactMap(\.target))
        // A target is meant before a file of that name.
        let target = matches.contains(text) ? text : matches.count == 1 ? matches.first : nil
        guard let target else { throw missing(text, kinds, several: matches.sorted()) }
        let found = FoundDisk(
            target: target, live: definitions.live?.devices[disk: target],
            next: definitions.next?.devices[disk: target])
        guard kinds.contains(found.kind) else {
            throw Failure(
                .usage, "\(target) of \(machine.label) is a \(found.kind.words)",
                remedy: "See them: roost disk list \(machine.reference)")
        }
        return found
    }

    /// The drive that is meant where none is named: the only one.
    func drive(_ text: String?) throws(Failure) -> FoundDisk {
        if let text { return try disk(text, kinds: [.cdrom, .floppy]) }
        return try disk(try machine.onlyDrive(of: allDisks.filter { $0.device == .cdrom }.compactMap(\.target)))
    }

    /// - Parameter text: its MAC address, its alias, or its name on the host.
    func interface(_ text: String) throws(Failure) -> FoundInterface {
        let wanted = text.lowercased()
        let matches = Set(
            allInterfaces.filter { $0.mac?.lowercased() == wanted || $0.alias == text || $0.target == text }
                .compactMap { $0.mac?.lowercased() })
        guard matches.count == 1, let mac = matches.first else {
            let known = Set(allInterfaces.compactMap { $0.mac?.lowercased() }).sorted()
            throw Failure(
                .notFound, "\(machine.label) has no interface '\(text)'",
                why: known.isEmpty ? "it has none" : "it has \(known.joined(separator: ", "))",
                remedy: "See them: roost nic list \(machine.reference)")
        }
        return FoundInterface(
            mac: mac, live: definitions.live?.devices[interface: mac], next: definitions.next?.devices[interface: mac])
    }

    private func missing(_ text: String, _ kinds: Set<MachineDeviceKind>, several: [String]) -> Failure {
        guard several.isEmpty else {
            return Failure(
                .usage, "'\(text)' names several disks of \(machine.label): \(several.joined(separator: ", "))",
                remedy: "Name one of them.")
        }
        let known = Set(allDisks.compactMap(\.target)).sorted()
        return Failure(
            .notFound, "\(machine.label) has no disk '\(text)'",
            why: known.isEmpty ? "it has none" : "it has \(known.joined(separator: ", "))",
            remedy: "See them: roost \(kinds == [.cdrom] ? "cdrom" : "disk") list \(machine.reference)")
    }
}
