/// A device that Roost chooses by what the guest drives. The database has no word for AHCI or for secure boot.
public enum DeviceFeature: String, Sendable, Hashable, Codable, CaseIterable {
    case virtioBlock, virtioSCSI, virtioNet, virtioRNG, virtioBalloon, virtioConsole, virtioInput, virtioGPU, virtioFS
    case qxl, usbTablet, xhci, q35

    /// The database's identifiers of the device: for virtio, the transitional and the 1.0 one.
    var deviceIDs: [String] {
        switch self {
        case .virtioBlock: Self.virtio("1001", "1042")
        case .virtioSCSI: Self.virtio("1004", "1048")
        case .virtioNet: Self.virtio("1000", "1041")
        case .virtioRNG: Self.virtio("1005", "1044")
        case .virtioBalloon: Self.virtio("1002", "1045")
        case .virtioConsole: Self.virtio("1003", "1043")
        case .virtioInput: Self.virtio("1052")
        case .virtioGPU: Self.virtio("1050")
        case .virtioFS: Self.virtio("105a")
        case .qxl: ["http://pcisig.com/pci/1b36/0100"]
        case .usbTablet: ["http://usb.org/usb/80ee/0021"]
        case .xhci: ["http://pcisig.com/pci/1b36/0004"]
        case .q35: ["http://qemu.org/chipset/x86/q35"]
        }
    }

    private static func virtio(_ products: String...) -> [String] {
        products.map { "http://pcisig.com/pci/1af4/\($0)" }
    }
}
