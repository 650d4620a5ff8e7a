public import LibvirtXML

/// Whether a machine's processor is the host's own or a program.
public enum Acceleration: Hashable, Sendable, Codable {
    /// The guest's instructions run on the host's processor.
    case kvm
    /// QEMU translates them, many times slower. `reason` is one line without a full stop.
    case emulation(reason: String)

    public var domainType: DomainType {
        switch self {
        case .kvm: .kvm
        case .emulation: .qemu
        }
    }

    /// What a host can give to machines of an architecture.
    ///
    /// libvirt offers `kvm` as soon as /dev/kvm opens, and that it does on some hosts whose processor cannot virtualize: a
    /// guest then hangs before its first message. So on x86 the processor has to show the flag as well.
    /// - Parameters:
    ///   - hostCPUFeatures: all features of the host's processor (`virConnectBaselineCPU` with expanded features); nil when
    ///     they could not be asked for, which leaves libvirt's word.
    /// - Throws: ``Failure`` of kind unsupported when the host cannot run that architecture at all.
    public init(
        _ capabilities: Capabilities, architecture: Architecture, hostCPUFeatures: Set<String>?
    ) throws(Failure) {
        guard let guest = capabilities.guest(architecture) else {
            let known = Set(capabilities.guests.compactMap(\.architecture?.rawValue)).sorted()
            throw Failure(
                .unsupported, "This host cannot run \(architecture) machines",
                why: known.isEmpty ? "it has no emulator" : "it runs \(known.joined(separator: ", "))",
                remedy: "Install the emulator: \(Self.package(for: architecture)) on Debian and Ubuntu.")
        }
        let host = capabilities.architecture
        guard guest.domains.contains(where: { $0.type == .kvm }) else {
            let isForeign = host != architecture && !(host == .x86_64 && architecture == .i686)
            self = .emulation(
                reason: isForeign
                    ? "the host's processor is \(host?.rawValue ?? "another one") and the machine's \(architecture)"
                    : "the host has no usable /dev/kvm")
            return
        }
        let isX86 = architecture == .x86_64 || architecture == .i686
        if isX86, let hostCPUFeatures, hostCPUFeatures.isDisjoint(with: ["svm", "vmx"]) {
            self = .emulation(reason: "the host's processor shows neither svm (AMD-V) nor vmx (VT-x)")
        } else {
            self = .kvm
        }
    }

    /// What a machine gets that asks for a type of domain.
    /// - Parameter requested: `kvm` or `qemu`; nil takes KVM where it is usable.
    /// - Throws: ``Failure`` of kind unsupported when `kvm` is asked for and cannot be had, usage for another type.
    public init(
        _ capabilities: Capabilities, architecture: Architecture, hostCPUFeatures: Set<String>?, requested: String?
    ) throws(Failure) {
        let usable = try Self(capabilities, architecture: architecture, hostCPUFeatures: hostCPUFeatures)
        switch (requested, usable) {
        case (nil, _), ("kvm", .kvm): self = usable
        case ("qemu", _): self = .emulation(reason: "--virt-type qemu asks for it")
        case ("kvm", .emulation(let reason)):
            throw Failure(
                .unsupported, "KVM is not usable here", why: reason,
                remedy:
                    "Leave --virt-type out to emulate. For KVM: switch on AMD-V or VT-x in the firmware (in a virtual "
                    + "machine: nested virtualization), load kvm_amd or kvm_intel, and let QEMU's user open /dev/kvm "
                    + "(group kvm).")
        case (let other?, _):
            throw Failure(
                .usage, "--virt-type '\(other)' is not known to Roost", remedy: "Use kvm or qemu, or leave it out.")
        }
    }

    private static func package(for architecture: Architecture) -> String {
        switch architecture {
        case .x86_64, .i686: "qemu-system-x86"
        case .aarch64, .armv7l: "qemu-system-arm"
        case .ppc64le: "qemu-system-ppc"
        default: "qemu-system-misc"
        }
    }
}
