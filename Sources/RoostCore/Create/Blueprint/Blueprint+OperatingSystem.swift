import LibvirtXML
import XMLTree

extension BlueprintContext {
    func operatingSystem(_ storage: StoragePlan) throws(Failure) -> LibvirtXML.OperatingSystem {
        var os = LibvirtXML.OperatingSystem()
        os.type = .hvm
        os.architecture = platform.architecture
        os.machine = platform.machine
        try setFirmware(of: &os)
        let boot = request.boot ?? BootOption()
        // The kernel of an installer that is answered is for the first start alone.
        if request.unattended == nil {
            os.kernel = boot.kernel
            os.initrd = boot.initrd
            os.commandLine = boot.kernelArguments
        }
        if let dtb = boot.dtb { os.element.append(XMLElement("dtb", text: dtb)) }
        os.bootDevices = bootDevices(storage)
        os.bootMenu = boot.isMenuEnabled
        os.bootMenuTimeout = boot.menuTimeout.map(UInt.init)
        os.useSerial = boot.usesSerial
        os.rebootTimeout = boot.rebootTimeout
        os.smbios = boot.smbiosMode.map { .init(rawValue: $0) }
        return os
    }

    private func setFirmware(of os: inout LibvirtXML.OperatingSystem) throws(Failure) {
        let boot = request.boot ?? BootOption()
        os.loader = boot.loader
        os.loaderReadOnly = boot.isLoaderReadOnly
        os.loaderType = boot.loaderType.map { .init(rawValue: $0) }
        os.loaderSecure = boot.isLoaderSecure
        os.nvram = boot.nvram
        os.nvramTemplate = boot.nvramTemplate
        guard boot.loader == nil else { return }
        if usesUEFI {
            guard host.firmwares.contains(.efi) else {
                throw Failure(
                    .unsupported, "This host has no UEFI firmware for \(platform.machine) machines",
                    remedy: "Install it: \(platform.isX86 ? "ovmf" : "qemu-efi-aarch64") on Debian and Ubuntu.")
            }
            os.firmware = .efi
            os.firmwareFeatures =
                boot.features.isEmpty && guest.needsTPM(architecture: architecture)
                ? [.init(.secureBoot, enabled: true), .init(.enrolledKeys, enabled: true)]
                : boot.features.compactMap { feature in
                    guard let name = feature.name, let isEnabled = feature.isEnabled else { return nil }
                    return LibvirtXML.FirmwareFeature(.init(rawValue: name), enabled: isEnabled)
                }
        } else if boot.firmware == "bios" {
            guard platform.isX86 else {
                throw Failure(
                    .unsupported, "A \(architecture) machine has no BIOS", remedy: "Use uefi, or leave it out.")
            }
            // An x86 machine without a word has the BIOS, and libvirt takes the word only where it has a file for it.
            if host.firmwares.contains(.bios) { os.firmware = .bios }
        }
    }

    /// The kinds of device to boot from, first to last. An empty disk does not boot and the next is tried: with the disk
    /// before the CD-ROM an installation starts by itself, and what it installed boots ever after.
    private func bootDevices(_ storage: StoragePlan) -> [LibvirtXML.BootDevice] {
        guard !ordersDevices else { return [] }
        if let order = request.boot?.order, !order.isEmpty {
            return order.map { LibvirtXML.BootDevice(rawValue: $0.rawValue) }
        }
        switch request.install {
        case .cdrom:
            guard let isNew = storage.isFirstDiskNew else { return [.cdrom] }
            return isNew ? [.hd, .cdrom] : [.cdrom, .hd]
        case .importDisk, .image: return [.hd]
        case .kernel: return storage.isFirstDiskNew == nil ? [] : [.hd]
        case .bootOrder:
            let hasMedium = storage.disks.contains { $0.device == .cdrom && $0.source != nil }
            let hasDisk = storage.isFirstDiskNew != nil
            return (hasDisk ? [.hd] : []) + (hasMedium ? [.cdrom] : []) + (request.networks == .none ? [] : [.network])
        case .nothing: return []
        }
    }

    /// Whether single devices carry their place in the order; libvirt refuses both ways together.
    var ordersDevices: Bool {
        request.disks.options.contains { $0.bootOrder != nil }
            || request.networks.options.contains { $0.bootOrder != nil }
    }
}
