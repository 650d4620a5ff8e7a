import LibvirtXML
import OSInfo

/// What every part of a blueprint is made from.
struct BlueprintContext {
    let request: MachineRequest
    let facts: HostFacts
    let guest: GuestProfile
    /// The machine's identity.
    let uuid: String

    init(_ request: MachineRequest, _ facts: HostFacts, uuid: String) {
        self.uuid = uuid
        self.request = request
        self.facts = facts
        guest = GuestProfile(system: facts.operatingSystem)
    }

    var platform: MachinePlatform { facts.platform }
    var host: DomainCapabilities { facts.domainCapabilities }
    var architecture: String { platform.architecture.rawValue }

    /// Whether the firmware is UEFI: asked for, needed by the guest, or the only one of the architecture.
    var usesUEFI: Bool {
        if let boot = request.boot, boot.firmware != nil { return boot.firmware == "efi" }
        if request.boot?.loader != nil { return request.boot?.loaderType == "pflash" }
        // A kernel that is started directly needs no firmware, and boots faster without.
        if request.install == .kernel { return false }
        if platform.isX86 { return guest.needsUEFI(architecture: architecture) }
        return platform.hasPCIExpress && platform.architecture != .riscv64
    }

    /// Whether the machine boots a disk that may be a cloud image.
    var mayBootCloudImage: Bool {
        switch request.install {
        case .importDisk, .image, .kernel: true
        case .cdrom, .bootOrder, .nothing: false
        }
    }

    /// Whether a display is wanted or not said to be unwanted.
    var hasGraphics: Bool { request.graphics != .none }

    /// Refuses a word that the host's libvirt or QEMU does not have.
    /// - Parameters:
    ///   - kind: what it is a word for, such as "disk bus".
    ///   - known: what the host has; empty where it does not say.
    func check(_ word: String, is kind: String, of option: String, among known: [String]) throws(Failure) {
        guard !known.isEmpty, !known.contains(word) else { return }
        throw Failure(
            .unsupported, "\(option): a \(platform.machine) machine of this host has no \(kind) '\(word)'",
            remedy: "It has: \(known.joined(separator: ", ")).")
    }
}
