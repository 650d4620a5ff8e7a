import LibvirtXML
import OSInfo

/// Decides which bus the guest sees a disk on.
enum DiskBus {
    static func choose(_ option: DiskOption, _ context: BlueprintContext) throws(Failure) -> String {
        let device = option.device ?? .disk
        try context.check(
            device.rawValue, is: "disk device", of: "--disk device", among: context.host.diskDevices.map(\.rawValue))
        guard let asked = option.bus else { return usual(device, context) }
        try context.check(asked, is: "disk bus", of: "--disk bus", among: context.host.diskBuses.map(\.rawValue))
        let isPossible =
            switch device {
            case .disk: asked != "fdc"
            case .cdrom: !["virtio", "fdc"].contains(asked)
            case .lun: ["virtio", "scsi"].contains(asked)
            case .floppy: ["fdc", "usb"].contains(asked)
            }
        guard isPossible else {
            throw Failure(
                .usage, "--disk bus: a \(device.rawValue) cannot be on the bus '\(asked)'",
                remedy: "Leave bus= out, and the best one is taken.")
        }
        return asked
    }

    private static func usual(_ device: DiskDevice, _ context: BlueprintContext) -> String {
        switch device {
        case .floppy: "fdc"
        case .lun: "scsi"
        case .cdrom: cdrom(context)
        case .disk:
            if context.guest.drives(.virtioBlock) {
                "virtio"
            } else if context.guest.drives(.virtioSCSI) || !context.platform.isX86 {
                "scsi"
            } else {
                context.platform.isOldPC ? "ide" : "sata"
            }
        }
    }

    /// Installers drive SATA, whatever the system. But the kernels of cloud images have no AHCI driver and never see such a
    /// drive; a CD-ROM next to an imported disk or a kernel is likely the seed of just such an image.
    private static func cdrom(_ context: BlueprintContext) -> String {
        guard context.platform.isX86 else { return "scsi" }
        if context.mayBootCloudImage, context.guest.drives(.virtioSCSI) { return "scsi" }
        return context.platform.isOldPC ? "ide" : "sata"
    }
}
