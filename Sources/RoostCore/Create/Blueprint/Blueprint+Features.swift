import LibvirtXML

extension BlueprintContext {
    func features() throws(Failure) -> Features {
        var features = Features()
        if platform.isX86 {
            features.acpi = true
            features.apic = true
            // VMware's port confuses guests more than it helps them.
            features.vmport = false
            if usesSecureBoot {
                guard !platform.isOldPC else {
                    throw Failure(
                        .unsupported, "Secure boot needs the machine q35",
                        remedy: "Leave --machine out, or write --machine q35.")
                }
                features.smm = true
            }
        } else if usesUEFI {
            features.acpi = true
        }
        // The second version of Arm's interrupt controller serves eight CPUs.
        if platform.architecture == .aarch64, maximumVCPUs > 8, host.gicVersions.contains("3") {
            features.gicVersion = "3"
        }
        if guest.isWindows, platform.isKVM, platform.isX86 { features.hyperV = hyperV() }
        return features
    }

    private var usesSecureBoot: Bool {
        guard usesUEFI else { return false }
        let features = request.boot?.features ?? []
        guard !features.isEmpty else {
            return request.boot?.isLoaderSecure ?? guest.needsTPM(architecture: architecture)
        }
        return features.contains { $0.name == "secure-boot" && $0.isEnabled == true }
    }

    /// What spares Windows the emulation of real hardware, as far as the host has it.
    private func hyperV() -> HyperV {
        func has(_ feature: String) -> Bool { host.hyperVFeatures.contains(feature) }
        var hyperV = HyperV()
        // These three are as old as KVM's support for Windows; some hosts do not list them.
        hyperV.relaxed = true
        hyperV.vapic = true
        hyperV.spinlocks = true
        hyperV.spinlockRetries = 8191
        guard has("vpindex") else { return hyperV }
        hyperV.vpindex = true
        hyperV.runtime = has("runtime") ? true : nil
        hyperV.frequencies = has("frequencies") ? true : nil
        hyperV.tlbflush = has("tlbflush") ? true : nil
        hyperV.ipi = has("ipi") ? true : nil
        if has("synic") {
            hyperV.synic = true
            hyperV.stimer = has("stimer") ? true : nil
        }
        return hyperV
    }
}
