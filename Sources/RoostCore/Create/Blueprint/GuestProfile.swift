import OSInfo

/// What the guest's system drives. Where none is known it counts as a recent Linux, the likeliest of all.
struct GuestProfile {
    let system: OSInfo.OperatingSystem?

    func drives(_ feature: DeviceFeature) -> Bool { system?.supports(feature) ?? true }

    var isWindows: Bool { system?.family == "winnt" }

    /// Whether it boots through UEFI only. The database lists what it is sure of, and for Linux that is UEFI even where a
    /// BIOS does as well; of Windows it leaves the BIOS out on purpose.
    func needsUEFI(architecture: String) -> Bool {
        let types = system?.firmwareTypes(architecture: architecture) ?? []
        return isWindows && types.contains(.efi) && !types.contains(.bios)
    }

    /// Windows 11 and Server 2025 want UEFI with secure boot and a TPM. The database has no words for the last two, but
    /// no other Windows does without a BIOS.
    func needsTPM(architecture: String) -> Bool { isWindows && needsUEFI(architecture: architecture) }

    /// What the vendor recommends, and not what it says is the least.
    func recommended(architecture: String) -> OSResources? {
        let all = system?.recommendedResources ?? []
        return all.first { $0.architecture == architecture } ?? all.first { $0.architecture == "all" }
    }

    /// The card that the system drives, where it does not drive virtio.
    func networkCard(hasPCIExpress: Bool) -> String {
        guard !drives(.virtioNet) else { return "virtio" }
        let cards = [("8086/10d3", "e1000e"), ("8086/100e", "e1000"), ("10ec/8139", "rtl8139")]
        let known = cards.first { card in
            (hasPCIExpress || card.1 != "e1000e") && system?.devices.contains("http://pcisig.com/pci/\(card.0)") == true
        }
        return known?.1 ?? (hasPCIExpress ? "e1000e" : "e1000")
    }
}
