/// A kernel in an image, and whether it knows the devices that machines have here.
public struct GuestKernel: Hashable, Sendable, Codable {
    /// Where a driver is.
    public enum Driver: String, Hashable, Sendable, Codable {
        case builtIn = "built-in"
        /// A module that the initramfs has too: there from the first moment.
        case initramfs
        /// A module of the system: there once the root file system is.
        case module
        case missing
    }

    /// As of `uname -r`.
    public var version: String
    /// The path of its initramfs; nil where it has none.
    public var initramfs: String?
    /// By driver: virtio_pci, virtio_blk, virtio_scsi, virtio_net.
    public var virtio: [String: Driver]

    /// What a disk on a machine of today needs.
    public static let drivers = ["virtio_pci", "virtio_blk", "virtio_scsi", "virtio_net"]

    static let options = [
        "virtio_pci": "CONFIG_VIRTIO_PCI", "virtio_blk": "CONFIG_VIRTIO_BLK", "virtio_scsi": "CONFIG_SCSI_VIRTIO",
        "virtio_net": "CONFIG_VIRTIO_NET",
    ]

    /// - Parameters:
    ///   - builtIn: drivers that the kernel's configuration or its list of built-in modules names.
    ///   - modules: drivers that are there as modules.
    ///   - early: modules in the initramfs; nil where there is none, or it cannot be read.
    init(version: String, initramfs: String?, builtIn: Set<String>, modules: Set<String>, early: Set<String>?) {
        self.version = version
        self.initramfs = initramfs
        virtio = [:]
        for driver in Self.drivers {
            virtio[driver] =
                if builtIn.contains(driver) {
                    .builtIn
                } else if early?.contains(driver) ?? false {
                    .initramfs
                } else if modules.contains(driver) {
                    .module
                } else {
                    .missing
                }
        }
    }
}
