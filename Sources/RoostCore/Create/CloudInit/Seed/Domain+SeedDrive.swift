import LibvirtXML

extension LibvirtXML.Domain {
    /// Adds a drive with a seed in it. Cloud kernels drive no CD-ROM but one on virtio-scsi.
    mutating func addSeedDrive(_ path: String) {
        let taken = Set(self.devices.disks.compactMap(\.target))
        let target = "abcdefghijklmnopqrstuvwxyz".map { "sd\($0)" }.first { !taken.contains($0) }
        guard let target else { return }
        var drive = Disk(device: .cdrom, source: .file(path), target: target, bus: .scsi, format: .raw)
        drive.readOnly = true
        self.devices.disks.append(drive)
        if !self.devices.controllers.contains(where: { $0.type == .scsi }) {
            self.devices.controllers.append(Controller(.scsi, model: "virtio-scsi"))
        }
    }
}
