/// `--controller`: a bus controller of the guest.
public struct ControllerOption: MachineOption {
    public var type: String?
    public var model: String?
    public var index: Int?
    public var ports: Int?
    public var vectors: Int?
    public var startPort: Int?
    public var queues: Int?
    public var iothread: Int?
    public var chassis: Int?
    public var chassisNumber: Int?
    public var targetPort: Int?
    public var busNumber: Int?
    public var isHotpluggable: Bool?
    public var numaNode: Int?
    /// Instead of one controller: how many PCIe ports the machine has for devices plugged in while it runs.
    public var pcieRootPorts: Int?
    public var driver = VirtioDriver()
    public var address = DeviceAddress()
    public var alias: String?

    public init() {}

    public static let table = OptionTable<ControllerOption>(
        "--controller", "A bus controller.",
        examples: ["type=scsi,model=virtio-scsi", "usb3", "usb,model=none", "num_pcie_root_ports=20"],
        positional: ["type"]
    ) {
        Suboption(
            "type", .word("scsi", "usb", "pci", "sata", "ide", "fdc", "virtio-serial", "ccid", "usb2", "usb3"),
            "Kind of bus.", \.type)
        Suboption(
            "model", .word("virtio-scsi", "qemu-xhci", "pcie-root-port", "none"), "Model of the controller.", \.model)
        Suboption("index", .number(0...0xffff), "Its number among its kind.", \.index)
        Suboption("ports", .number(1...0xffff), "Number of ports.", \.ports)
        Suboption("vectors", .number(0...0xffff), "Interrupts of a virtio-serial controller.", \.vectors)
        Suboption("master.startport", .number(0...15), "First port of a companion USB controller.", \.startPort)
        Suboption("driver.queues driver_queues", .number(1...1024), "Number of virtio queues.", \.queues)
        Suboption("driver.iothread", .number(1...0xffff), "I/O thread that serves it.", \.iothread)
        Suboption("target.chassis", .number(0...255), "Chassis of a PCIe port.", \.chassis)
        Suboption("target.chassisNr", .number(1...255), "Chassis of a PCI bridge.", \.chassisNumber)
        Suboption("target.port", .number(0...255), "Number of a PCIe port.", \.targetPort)
        Suboption("target.busNr", .number(1...254), "Bus of an expander.", \.busNumber)
        Suboption(
            "target.hotplug", .flag(yes: "on", no: "off"), "Devices can be plugged in while it runs.", \.isHotpluggable)
        Suboption("target.node", .number(0...255), "NUMA node of an expander.", \.numaNode)
        Suboption(
            "num_pcie_root_ports", .number(0...64), "Instead of a controller: number of PCIe ports.", \.pcieRootPorts)
        VirtioDriver.suboptions.map { $0.lifted(to: \.driver) }
        DeviceAddress.suboptions.map { $0.lifted(to: \.address) }
        Suboption("alias.name", .word("ua-NAME"), "Name of the device, starting with ua-.", \.alias)
    }

    public mutating func complete() throws(RequestError) {
        if pcieRootPorts != nil {
            var alone = ControllerOption()
            alone.pcieRootPorts = pcieRootPorts
            guard self == alone else {
                throw Self.error("num_pcie_root_ports", "stands alone", remedy: "Give it in a --controller of its own.")
            }
            return
        }
        switch type {
        case nil: throw Self.error("type", "is missing", remedy: "Write type=scsi, type=usb, …")
        case "usb2", "usb3":
            guard model == nil else {
                throw Self.error(
                    "model", "\(type ?? "") already says the model",
                    remedy: "Write type=usb,model=MODEL, or \(type ?? "") alone.")
            }
            model = type == "usb2" ? "ich9-ehci1" : "qemu-xhci"
            type = "usb"
        default: break
        }
        if let alias { try checkAlias(alias) }
    }
}
