/// Where a device sits in the machine; what is left out, libvirt chooses.
public struct DeviceAddress: RequestListItem {
    public var type: String?
    public var domain: Int?
    public var bus: Int?
    public var slot: Int?
    public var function: Int?
    public var isMultifunction: Bool?
    public var controller: Int?
    public var target: Int?
    public var unit: Int?
    /// A port of a USB or virtio-serial controller, dotted for a USB hub.
    public var port: String?

    public init() {}

    @SuboptionsBuilder<Self> static var suboptions: [Suboption<Self>] {
        Suboption("address.type", .word("pci", "drive", "usb", "virtio-serial"), "Kind of address.", \.type)
        Suboption("address.domain", .number(0...0xffff), "PCI domain.", \.domain)
        Suboption("address.bus", .number(0...0xff), "Bus of a PCI, drive or USB address.", \.bus)
        Suboption("address.slot", .number(0...0x1f), "PCI slot.", \.slot)
        Suboption("address.function", .number(0...7), "PCI function.", \.function)
        Suboption(
            "address.multifunction", .flag(yes: "on", no: "off"), "Other functions share the slot.", \.isMultifunction)
        Suboption("address.controller", .number(0...0xffff), "Number of the drive's controller.", \.controller)
        Suboption("address.target", .number(0...0xffff), "SCSI target of a drive.", \.target)
        Suboption("address.unit", .number(0...0xffff), "Unit (LUN) of a drive.", \.unit)
        Suboption("address.port", .word(), "Port on the controller.", \.port)
    }
}
