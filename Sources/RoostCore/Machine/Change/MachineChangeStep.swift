import Libvirt

/// One call that changes a machine or its definition, and the call that takes it back.
struct MachineChangeStep: Hashable, Sendable {
    enum Value: Hashable, Sendable {
        /// In KiB.
        case memory(UInt64)
        /// In KiB.
        case maximumMemory(UInt64)
        case vcpus(UInt32)
        case maximumVCPUs(UInt32)
        /// nil removes it.
        case title(String?)
        /// nil removes it.
        case notes(String?)
        case tags([String])
    }

    enum Target: Hashable, Sendable {
        case live
        case definition
    }

    var target: Target
    var old: Value
    var new: Value
}

extension MachineChangeStep {
    /// The changed setting.
    var setting: MachineChangeReport.Setting {
        switch new {
        case .memory: .memory
        case .maximumMemory: .maximumMemory
        case .vcpus: .vcpus
        case .maximumVCPUs: .maximumVCPUs
        case .title: .title
        case .notes: .notes
        case .tags: .tags
        }
    }

    /// Why the running machine refused it, where libvirt's own words are about its inside.
    func refusal(_ error: LibvirtError) -> String? {
        guard case (.vcpus(let old), .vcpus(let new)) = (old, new), new < old, error.code == .configurationUnsupported
        else { return nil }
        return "the vCPUs that it started with cannot be taken out while it runs"
    }

    func apply(to domain: Domain) async throws(LibvirtError) { try await set(new, on: domain) }

    func takeBack(from domain: Domain) async throws(LibvirtError) { try await set(old, on: domain) }

    private func set(_ value: Value, on domain: Domain) async throws(LibvirtError) {
        let isLive = target == .live
        let impact: Domain.Impact = isLive ? .live : .config
        switch value {
        case .memory(let kibibytes):
            try await domain.setMemory(kibibytes, flags: isLive ? .live : .config)
        case .maximumMemory(let kibibytes):
            try await domain.setMemory(kibibytes, flags: isLive ? [.live, .maximum] : [.config, .maximum])
        case .vcpus(let count):
            try await domain.setVcpuCount(count, flags: isLive ? .live : .config)
        case .maximumVCPUs(let count):
            try await domain.setVcpuCount(count, flags: isLive ? [.live, .maximum] : [.config, .maximum])
        case .title(let text):
            try await domain.setMetadata(.title, to: text, impact: impact)
        case .notes(let text):
            try await domain.setMetadata(.description, to: text, impact: impact)
        case .tags(let tags):
            try await domain.setTags(tags, impact: impact)
        }
    }
}
