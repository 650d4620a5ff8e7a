internal import CLibvirt

/// Which devices of the host to list: those with one of the named capabilities. Nothing means all.
public struct NodeDeviceSelection: OptionSet, Hashable, Sendable {
    /// libvirt's flags (`virConnectListAllNodeDeviceFlags`).
    public let rawValue: UInt32

    public init(rawValue: UInt32) {
        self.rawValue = rawValue
    }

    /// System capability. `VIR_CONNECT_LIST_NODE_DEVICES_CAP_SYSTEM`
    public static let system = Self(VIR_CONNECT_LIST_NODE_DEVICES_CAP_SYSTEM)
    /// PCI device. `VIR_CONNECT_LIST_NODE_DEVICES_CAP_PCI_DEV`
    public static let pci = Self(VIR_CONNECT_LIST_NODE_DEVICES_CAP_PCI_DEV)
    /// USB device. `VIR_CONNECT_LIST_NODE_DEVICES_CAP_USB_DEV`
    public static let usb = Self(VIR_CONNECT_LIST_NODE_DEVICES_CAP_USB_DEV)
    /// USB interface. `VIR_CONNECT_LIST_NODE_DEVICES_CAP_USB_INTERFACE`
    public static let usbInterface = Self(VIR_CONNECT_LIST_NODE_DEVICES_CAP_USB_INTERFACE)
    /// Network device. `VIR_CONNECT_LIST_NODE_DEVICES_CAP_NET`
    public static let network = Self(VIR_CONNECT_LIST_NODE_DEVICES_CAP_NET)
    /// SCSI Host Bus Adapter. `VIR_CONNECT_LIST_NODE_DEVICES_CAP_SCSI_HOST`
    public static let scsiHost = Self(VIR_CONNECT_LIST_NODE_DEVICES_CAP_SCSI_HOST)
    /// SCSI Target. `VIR_CONNECT_LIST_NODE_DEVICES_CAP_SCSI_TARGET`
    public static let scsiTarget = Self(VIR_CONNECT_LIST_NODE_DEVICES_CAP_SCSI_TARGET)
    /// SCSI device. `VIR_CONNECT_LIST_NODE_DEVICES_CAP_SCSI`
    public static let scsi = Self(VIR_CONNECT_LIST_NODE_DEVICES_CAP_SCSI)
    /// Storage device. `VIR_CONNECT_LIST_NODE_DEVICES_CAP_STORAGE`
    public static let storage = Self(VIR_CONNECT_LIST_NODE_DEVICES_CAP_STORAGE)
    /// FC Host Bus Adapter. `VIR_CONNECT_LIST_NODE_DEVICES_CAP_FC_HOST`
    public static let fibreChannelHost = Self(VIR_CONNECT_LIST_NODE_DEVICES_CAP_FC_HOST)
    /// Capable of vport. `VIR_CONNECT_LIST_NODE_DEVICES_CAP_VPORTS`
    public static let virtualPorts = Self(VIR_CONNECT_LIST_NODE_DEVICES_CAP_VPORTS)
    /// Capable of scsi_generic. `VIR_CONNECT_LIST_NODE_DEVICES_CAP_SCSI_GENERIC`
    public static let scsiGeneric = Self(VIR_CONNECT_LIST_NODE_DEVICES_CAP_SCSI_GENERIC)
    /// DRM device. `VIR_CONNECT_LIST_NODE_DEVICES_CAP_DRM`
    public static let drm = Self(VIR_CONNECT_LIST_NODE_DEVICES_CAP_DRM)
    /// Capable of mediated devices. `VIR_CONNECT_LIST_NODE_DEVICES_CAP_MDEV_TYPES`
    public static let mediatedDeviceTypes = Self(VIR_CONNECT_LIST_NODE_DEVICES_CAP_MDEV_TYPES)
    /// Mediated device. `VIR_CONNECT_LIST_NODE_DEVICES_CAP_MDEV`
    public static let mediatedDevice = Self(VIR_CONNECT_LIST_NODE_DEVICES_CAP_MDEV)
    /// CCW device. `VIR_CONNECT_LIST_NODE_DEVICES_CAP_CCW_DEV`
    public static let ccw = Self(VIR_CONNECT_LIST_NODE_DEVICES_CAP_CCW_DEV)
    /// CSS device. `VIR_CONNECT_LIST_NODE_DEVICES_CAP_CSS_DEV`
    public static let css = Self(VIR_CONNECT_LIST_NODE_DEVICES_CAP_CSS_DEV)
    /// vDPA device. `VIR_CONNECT_LIST_NODE_DEVICES_CAP_VDPA`
    public static let vdpa = Self(VIR_CONNECT_LIST_NODE_DEVICES_CAP_VDPA)
    /// s390 AP Card device. `VIR_CONNECT_LIST_NODE_DEVICES_CAP_AP_CARD`
    public static let apCard = Self(VIR_CONNECT_LIST_NODE_DEVICES_CAP_AP_CARD)
    /// s390 AP Queue. `VIR_CONNECT_LIST_NODE_DEVICES_CAP_AP_QUEUE`
    public static let apQueue = Self(VIR_CONNECT_LIST_NODE_DEVICES_CAP_AP_QUEUE)
    /// s390 AP Matrix. `VIR_CONNECT_LIST_NODE_DEVICES_CAP_AP_MATRIX`
    public static let apMatrix = Self(VIR_CONNECT_LIST_NODE_DEVICES_CAP_AP_MATRIX)
    /// Device with VPD. `VIR_CONNECT_LIST_NODE_DEVICES_CAP_VPD`
    public static let vitalProductData = Self(VIR_CONNECT_LIST_NODE_DEVICES_CAP_VPD)
    /// Inactive devices. `VIR_CONNECT_LIST_NODE_DEVICES_INACTIVE`
    public static let inactive = Self(VIR_CONNECT_LIST_NODE_DEVICES_INACTIVE)
    /// Active devices. `VIR_CONNECT_LIST_NODE_DEVICES_ACTIVE`
    public static let active = Self(VIR_CONNECT_LIST_NODE_DEVICES_ACTIVE)

    private init(_ flag: virConnectListAllNodeDeviceFlags) {
        self.init(rawValue: flag.rawValue)
    }
}
