import LibvirtXML
import XMLTree

extension Machine {
    /// Decides a new device to the last detail and checks that it can be had. Nothing is made.
    /// - Parameters:
    ///   - rule: which files of the host the one who asks may name; nil for all.
    /// - Throws: ``Failure`` for what stands in the way, with its remedy.
    public func prepare(
        _ device: NewDevice, scope: MachineChange.Scope = .both, rule: HostFileRule? = nil
    ) async throws(Failure) -> PreparedDevice {
        try rule?.check(device.arguments)
        let definitions = try await definitions("Cannot change \(label)").within(scope, of: self)
        switch device {
        case .disk(let option): return try await prepare(option, definitions, scope, rule)
        case .interface(let option):
            try rule?.checkReach(option)
            let prepared = try await prepare(option, definitions, scope)
            try rule?.checkFiles(of: prepared.element, newDisks: [])
            return prepared
        }
    }

    private func prepare(
        _ option: DiskOption, _ definitions: MachineDefinitions, _ scope: MachineChange.Scope, _ rule: HostFileRule?
    ) async throws(Failure) -> PreparedDevice {
        let taken = definitions.all.flatMap(\.devices.disks).compactMap(\.target)
        if let target = option.target, taken.contains(target) {
            throw Failure(
                .exists, "\(label) has a disk \(target) already", remedy: "Leave target= out, and a free one is taken.")
        }
        try checkBootOrder(option.bootOrder, definitions)
        let decided = try await decide(option, definitions, taken: taken, rule)
        let disk = decided.disk
        return PreparedDevice(
            kind: MachineDeviceKind(option.device), device: disk.target ?? "", notices: decided.notices,
            newDisks: decided.volumes.map { $0.path ?? $0.name },
            xml: try Self.shown(disk.element), element: disk.element, needsSCSI: disk.bus == .scsi,
            plan: CreationPlan(
                name: name, definition: "", pool: decided.survey.missingPool(for: decided.volumes),
                volumes: decided.survey.plans(for: decided.volumes, isLocal: host.uri.isLocal), seed: nil,
                keepsVariables: true, installer: nil, autostart: false, start: false,
                purpose: "Cannot attach the disk to \(label)"),
            scope: scope)
    }

    /// A disk or drive that is decided, with its new images.
    struct DecidedDisk {
        var disk: LibvirtXML.Disk
        var volumes: [NewVolume]
        var notices: [String]
        var survey: Survey
    }

    /// - Parameter taken: the targets that are not free.
    func decide(
        _ option: DiskOption, _ definitions: MachineDefinitions, taken: [String], _ rule: HostFileRule?
    ) async throws(Failure) -> DecidedDisk {
        guard let definition = definitions.all.first else {
            throw Failure(.notFound, "\(label) is gone")
        }
        let request = MachineRequest(
            deviceOf: definition, isActive: definitions.live != nil, disk: option, interface: nil)
        try rule?.check(request)
        let survey = try await DeviceSurvey(machine: self, request: request, definition: definition).survey()
        let context = BlueprintContext(request, survey.facts, uuid: uuid)
        let storage = try StoragePlan(context, taken: taken)
        let preflight = Preflight(request: request, survey: survey, isLocal: host.uri.isLocal)
        try preflight.checkStorage(storage.disks, new: storage.volumes)
        var disks = storage.disks
        if let rule {
            disks = try await rule.pinned(disks, new: storage.volumes, on: host)
            for disk in disks {
                try rule.checkFiles(of: disk.element, newDisks: storage.volumes.compactMap(\.path))
            }
        }
        return DecidedDisk(
            disk: disks[0], volumes: storage.volumes,
            notices: storage.notices + preflight.notices(storage.volumes), survey: survey)
    }

    private func prepare(
        _ option: NetworkOption, _ definitions: MachineDefinitions, _ scope: MachineChange.Scope
    ) async throws(Failure) -> PreparedDevice {
        guard let definition = definitions.all.first else { throw Failure(.notFound, "\(label) is gone") }
        try checkBootOrder(option.bootOrder, definitions)
        let request = MachineRequest(
            deviceOf: definition, isActive: definitions.live != nil, disk: nil, interface: option)
        let survey = try await DeviceSurvey(machine: self, request: request, definition: definition).survey()
        var interface = try BlueprintContext(request, survey.facts, uuid: uuid).interface(option)
        let taken = Set(definitions.all.flatMap(\.macs))
        if let mac = interface.mac, taken.contains(mac.lowercased()) {
            throw Failure(
                .exists, "\(label) has an interface \(mac) already",
                remedy: "Leave mac= out, and one is made, or give another.")
        }
        // Known here, so that the running machine and its definition have the same, and it can be told.
        let mac = interface.mac ?? BlueprintContext.hardwareAddress(except: taken)
        interface.mac = mac
        return PreparedDevice(
            kind: .interface, device: mac, notices: [], newDisks: [], xml: try Self.shown(interface.element),
            element: interface.element, needsSCSI: false,
            plan: CreationPlan(
                name: name, definition: "", pool: nil, volumes: [], seed: nil, keepsVariables: true, installer: nil,
                autostart: false, start: false, purpose: "Cannot attach the interface to \(label)"),
            scope: scope)
    }

    /// libvirt takes an order twice, and the machine then does not start.
    func checkBootOrder(
        _ order: Int?, _ definitions: MachineDefinitions, except device: String? = nil
    ) throws(Failure) {
        guard let order, let next = definitions.next else { return }
        guard !next.os.bootDevices.isEmpty else {
            let owners =
                next.devices.disks.map { ($0.target, $0.bootOrder) }
                + next.devices.interfaces.map { ($0.mac, $0.bootOrder) }
            guard let owner = owners.first(where: { $0.1 == UInt(order) && $0.0 != device })?.0 else { return }
            throw Failure(
                .exists, "Place \(order) in the boot order of \(label) is taken", why: "\(owner) has it",
                remedy: "Order all of them: roost set \(reference) --boot-order \(device ?? owner),…")
        }
        throw Failure(
            .state, "The boot order of \(label) is by kinds of devices",
            why: next.os.bootDevices.map(\.rawValue).joined(separator: ", "),
            remedy: "Order its devices: roost set \(reference) --boot-order vda,…")
    }

    private static func shown(_ element: XMLElement) throws(Failure) -> String {
        do {
            return try element.serialized(.indented(by: 2)) + "\n"
        } catch {
            throw Failure(.usage, "The device cannot be written as XML", why: "\(error)")
        }
    }
}
