import LibvirtXML
import XMLTree

extension BlueprintContext {
    /// With KVM the named model nearest to the host's, which can move to similar hosts; emulated, all that QEMU can do.
    private var usualCPUMode: CPUMode {
        let candidates: [CPUMode] = platform.isKVM ? [.hostModel, .hostPassthrough] : [.maximum]
        return candidates.first { supports($0) } ?? .hypervisorDefault
    }

    private func supports(_ mode: CPUMode) -> Bool { host.supports(LibvirtXML.CPUMode(rawValue: mode.rawValue)) }

    func cpu() throws(Failure) -> LibvirtXML.CPU? {
        let option = request.cpu ?? CPUOption()
        let mode = option.mode ?? usualCPUMode
        var cpu = LibvirtXML.CPU(element: XMLElement(LibvirtXML.CPU.elementName))
        if mode != .hypervisorDefault {
            let known = host.cpuModes.filter { $0.supported == true }.compactMap(\.mode?.rawValue)
            try check(mode.rawValue, is: "CPU mode", of: "--cpu", among: known)
            cpu = LibvirtXML.CPU(LibvirtXML.CPUMode(rawValue: mode.rawValue), model: try model(option))
        }
        cpu.match = option.match.map { .init(rawValue: $0) } ?? cpu.match
        cpu.check = option.check.map { .init(rawValue: $0) } ?? (mode == .custom ? .partial : nil)
        cpu.migratable = option.migratable
        cpu.fallback = option.fallback.map { .init(rawValue: $0) }
        cpu.vendor = option.vendor
        setTopology(of: &cpu)
        setCache(of: &cpu, option)
        if let vendorID = option.vendorID {
            cpu.element.update(first: "model", create: true) { $0["vendor_id"] = vendorID }
        }
        let named = Set(option.features.map(\.name))
        let protections = protections(option).filter { !named.contains($0) }
        cpu.features =
            option.features.map { LibvirtXML.CPUFeature($0.name, policy: .init(rawValue: $0.policy)) }
            + protections.map { LibvirtXML.CPUFeature($0, policy: .require) }
        let isEmpty = cpu.element.attributes.isEmpty && cpu.element.children.isEmpty
        return isEmpty ? nil : cpu
    }

    private func model(_ option: CPUOption) throws(Failure) -> String? {
        guard option.mode == .custom, let model = option.model else { return nil }
        let custom = host.cpuModes.first { $0.mode == .custom }
        let known = custom?.models.map(\.name) ?? []
        guard !known.isEmpty, !known.contains(model) else { return model }
        let nearest = Spelling.nearest(to: model, among: known).map { "Did you mean \($0)? " } ?? ""
        throw Failure(
            .unsupported, "--cpu: this host knows no CPU model '\(model)'",
            remedy: "\(nearest)It knows: \(known.joined(separator: ", ")).")
    }

    private func setTopology(of cpu: inout LibvirtXML.CPU) {
        let asked = [request.vcpus?.topology, request.cpu?.topology].compactMap(\.self).first { !$0.isEmpty }
        // Left alone every CPU is a socket, and Windows for desktops uses one or two sockets only.
        let usual = guest.isWindows && maximumVCPUs > 1 ? CPUTopology() : nil
        guard let topology = (asked ?? usual)?.filled(for: maximumVCPUs) else { return }
        cpu.sockets = topology.sockets.map(UInt.init)
        cpu.dies = topology.dies.map(UInt.init)
        cpu.cores = topology.cores.map(UInt.init)
        cpu.threads = topology.threads.map(UInt.init)
    }

    private func setCache(of cpu: inout LibvirtXML.CPU, _ option: CPUOption) {
        guard let mode = option.cacheMode else { return }
        var cache = XMLElement("cache")
        cache["level"] = option.cacheLevel.map { String($0) }
        cache["mode"] = mode
        cpu.element.append(cache)
    }

    /// What a named model of before 2018 lacks against speculative-execution attacks and the host's processor has.
    private func protections(_ option: CPUOption) -> [String] {
        guard option.mode == .custom, option.isSecure != false, platform.isX86, platform.isKVM else { return [] }
        let names: Set = ["spec-ctrl", "stibp", "ssbd", "ibpb", "virt-ssbd", "amd-ssbd", "md-clear"]
        let own = host.cpuModes.first { $0.mode == .hostModel }?.features ?? []
        return own.filter { $0.policy == .require }.compactMap(\.name).filter(names.contains)
    }
}
