import Synchronization

extension Host {
    /// Decides a machine to the last device and checks that it can be made. Nothing is made.
    /// - Parameter given: keys, a password and documents for the first boot; nil reads the files that the request names, and
    ///   else takes the keys of the person whose process this is.
    /// - Throws: ``Failure`` for what stands in the way, with its remedy.
    public func prepare(
        _ request: MachineRequest, material given: CloudMaterial? = nil
    ) async throws(Failure) -> PreparedMachine {
        // First, for it asks nobody but this computer.
        var material = given
        if let cloud = request.cloud, given == nil { material = try await CloudMaterial.read(cloud) }
        let passwords = try request.unattended.map { option throws(Failure) in try UnattendedMaterial.read(option) }
        let survey = try await HostSurvey(host: self, request: request).facts()
        let preflight = Preflight(request: request, survey: survey, isLocal: uri.isLocal)
        let blueprint = try MachineBlueprint(request, on: survey.facts)
        try preflight.check(blueprint)
        var cloud: CloudPlan?
        if let request = request.cloud, let material {
            cloud = CloudPlan(request, material, survey.facts, blueprint)
        }
        var installer: UnattendedPlan?
        if let option = request.unattended, let passwords {
            installer = try await UnattendedPlan(autoinstalling: request, option, passwords, survey)
            if installer == nil { installer = try UnattendedPlan(request, option, passwords, survey) }
        }
        return try PreparedMachine(
            request, blueprint, survey, cloud, installer,
            notices: request.warnings.map(\.description) + survey.notices + blueprint.notices
                + preflight.notices(blueprint.volumes) + (cloud?.notices ?? []) + (installer?.notices ?? []),
            isLocal: uri.isLocal)
    }

    /// Makes a prepared machine. When it fails or is cancelled, everything that was made for it is taken back.
    public func create(_ prepared: PreparedMachine) -> Operation<CreatedMachine> {
        Operation("create \(prepared.name)", host: name) { report in
            var maker = MachineMaker(host: self, plan: prepared.plan)
            maker.beforeStep = { step throws(Failure) in report(OperationProgress(step: step.doing)) }
            let copied = Mutex<CopiedImage?>(nil)
            maker.copied = { copy in copied.withLock { $0 = copy } }
            let machine = try await maker.make()
            return CreatedMachine(
                name: machine.name, uuid: machine.uuid, id: machine.id, host: self.name,
                state: prepared.plan.start ? .running : .off, isAccelerated: prepared.acceleration == .kvm,
                emulationReason: prepared.acceleration.emulationReason, displays: prepared.displays,
                newDisks: prepared.newDisks, image: copied.withLock(\.self),
                generatedPassword: prepared.generatedPassword?.revealed,
                notices: prepared.notices)
        }
    }
}

extension Acceleration {
    fileprivate var emulationReason: String? {
        if case .emulation(let reason) = self { reason } else { nil }
    }
}
