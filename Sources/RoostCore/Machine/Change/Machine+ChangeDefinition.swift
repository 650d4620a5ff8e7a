import LibvirtXML
import XMLTree

extension MachineChange {
    /// Whether it concerns what only a definition as a whole can say.
    var isForDefinition: Bool { bootOrder != nil || cpu != nil }
}

extension Machine {
    /// Changes what has no call of its own. Maps to `virDomainDefineXMLFlags`.
    func changeDefinition(_ change: MachineChange) async throws(Failure) {
        let task = "Cannot change \(label)"
        let cpu = try await change.cpu.map { text throws(Failure) in try CPUOption.changes(parsing: text) }
            .asyncMap { option throws(Failure) in try await self.cpu(option, task) }
        try await redefine(task) { domain throws(Failure) in
            if let order = change.bootOrder { try BootOrder(order, of: label, reference).apply(to: &domain) }
            if let cpu { domain.cpu = cpu.keepingLayout(of: domain.cpu) }
        }
    }

    /// The processor as the host of this machine would give it to a new one.
    private func cpu(_ option: CPUOption, _ task: String) async throws(Failure) -> LibvirtXML.CPU {
        guard let definition = try await definitions(task).next else { throw Failure(.notFound, "\(label) is gone") }
        var request = MachineRequest(deviceOf: definition, isActive: false, disk: nil, interface: nil)
        request.cpu = option
        let survey = try await DeviceSurvey(machine: self, request: request, definition: definition).survey()
        let cpu = try BlueprintContext(request, survey.facts, uuid: uuid).cpu()
        return cpu ?? LibvirtXML.CPU(element: XMLElement(LibvirtXML.CPU.elementName))
    }
}

extension LibvirtXML.CPU {
    /// How many sockets and cores there are, and what memory is theirs, is no matter of the model.
    func keepingLayout(of old: Self?) -> Self {
        var cpu = self
        for name in ["topology", "numa"] where cpu.element.first(name) == nil {
            if let part = old?.element.first(name) { cpu.element.append(part) }
        }
        return cpu
    }
}

extension CPUOption {
    /// - Throws: ``Failure`` of kind usage.
    fileprivate static func changes(parsing text: String) throws(Failure) -> CPUOption {
        do throws(RequestError) {
            let option = try CPUOption(parsing: text, in: RequestContext(workingDirectory: nil))
            guard option.topology.isEmpty else {
                throw error(
                    "topology", "is not changed together with the model", remedy: "Change it with: roost edit MACHINE")
            }
            return option
        } catch {
            throw Failure(error)
        }
    }
}

extension Optional where Wrapped: Sendable {
    fileprivate func asyncMap<Value>(
        _ body: (Wrapped) async throws(Failure) -> Value
    ) async throws(Failure) -> Value? {
        guard let self else { return nil }
        return try await body(self)
    }
}
