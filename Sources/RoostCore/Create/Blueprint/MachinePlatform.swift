public import LibvirtXML
public import OSInfo

/// The kind of machine that a request leads to on a host: what libvirt's domain capabilities are asked with.
public struct MachinePlatform: Hashable, Sendable {
    public let architecture: Architecture
    /// The machine's type as libvirt takes it, such as `q35`.
    public let machine: String
    /// The path of the emulator.
    public let emulator: String
    public let acceleration: Acceleration

    public var domainType: DomainType { acceleration.domainType }

    /// - Parameters:
    ///   - hostCPUFeatures: see ``Acceleration``.
    ///   - operatingSystem: the guest's, where it is known.
    /// - Throws: ``Failure`` when the host lacks the architecture, the machine or the acceleration that was asked for.
    public init(
        _ request: MachineRequest, capabilities: Capabilities, hostCPUFeatures: Set<String>?,
        operatingSystem: OSInfo.OperatingSystem?
    ) throws(Failure) {
        guard let architecture = request.arch.map(Architecture.init(rawValue:)) ?? capabilities.architecture else {
            throw Failure(
                .unsupported, "The host does not say which processor it has",
                remedy: "Name the machine's: --arch x86_64.")
        }
        let acceleration = try Acceleration(
            capabilities, architecture: architecture, hostCPUFeatures: hostCPUFeatures, requested: request.virtType)
        guard let guest = capabilities.guest(architecture),
            let emulator = guest.emulatorPath(for: acceleration.domainType)
        else {
            throw Failure(.unsupported, "This host has no emulator for \(architecture) machines")
        }
        let known = guest.machineNames(for: acceleration.domainType)
        if let asked = request.machine, !known.isEmpty, !known.contains(asked) {
            let nearest = Spelling.nearest(to: asked, among: known).map { "Did you mean \($0)? " } ?? ""
            throw Failure(
                .unsupported, "This host has no \(architecture) machine '\(asked)'",
                remedy: "\(nearest)It has: \(known.joined(separator: ", ")).")
        }
        self.architecture = architecture
        self.emulator = emulator
        self.acceleration = acceleration
        self.machine =
            request.machine ?? Self.usualMachine(architecture, among: known, operatingSystem: operatingSystem)
    }

    /// What a guest gets when no machine was asked for: PCI Express and no relics of the 1990s, where it can.
    private static func usualMachine(
        _ architecture: Architecture, among known: [String], operatingSystem: OSInfo.OperatingSystem?
    ) -> String {
        let candidates: [String]
        switch architecture {
        case .x86_64, .i686:
            // The database names the chipset or virtio for all but the oldest systems, and those want an old PC.
            let isOld = operatingSystem.map { !$0.supports(.q35) && !$0.supports(.virtioNet) }
            candidates = isOld == true ? ["pc", "q35"] : ["q35", "pc"]
        case .aarch64, .armv7l, .riscv64: candidates = ["virt"]
        case .ppc64le: candidates = ["pseries"]
        case .s390x: candidates = ["s390-ccw-virtio"]
        default: candidates = []
        }
        return candidates.first(where: known.contains) ?? candidates.first ?? known.first ?? ""
    }
}

extension Guest {
    /// The machines that a domain of that type may be, aliases and full names.
    fileprivate func machineNames(for type: DomainType) -> [String] {
        let own = self.domains.first { $0.type == type }?.machines ?? []
        return (own.isEmpty ? self.machines : own).map(\.name)
    }
}

extension MachinePlatform {
    var isX86: Bool { architecture == .x86_64 || architecture == .i686 }

    /// Whether it is the PC of before PCI Express, by alias or full name.
    var isOldPC: Bool { isX86 && (machine == "pc" || machine.hasPrefix("pc-i440fx") || machine == "isapc") }

    /// Whether devices sit on PCI Express.
    var hasPCIExpress: Bool {
        isX86 ? machine == "q35" || machine.hasPrefix("pc-q35") : machine == "virt" || machine.hasPrefix("virt-")
    }

    var isKVM: Bool { acceleration == .kvm }
}
