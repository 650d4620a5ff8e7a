public import XMLTree

/// Where a device sits on its bus: `<address>`. Numbers are read in decimal and hexadecimal and written in decimal.
public struct Address: ElementView {
    public static let elementName = "address"
    public static let properties = Properties()

    public var element: XMLElement

    public init(element: XMLElement) { self.element = element }

    /// A place on PCI, spelt as libvirt does.
    public static func pci(domain: UInt = 0, bus: UInt, slot: UInt, function: UInt = 0) -> Address {
        func hexadecimal(_ number: UInt, _ digits: Int) -> String {
            let text = String(number, radix: 16)
            return "0x" + String(repeating: "0", count: max(0, digits - text.count)) + text
        }
        return Address(
            element: XMLElement(
                elementName,
                [
                    "type": "pci", "domain": hexadecimal(domain, 4), "bus": hexadecimal(bus, 2),
                    "slot": hexadecimal(slot, 2), "function": hexadecimal(function, 1),
                ]))
    }

    /// A place on a drive controller (IDE, SATA, SCSI, floppy).
    public static func drive(controller: UInt = 0, bus: UInt = 0, target: UInt = 0, unit: UInt) -> Address {
        var address = Address()
        address.type = .drive
        address.controller = controller
        address.bus = bus
        address.target = target
        address.unit = unit
        return address
    }

    public struct Properties: Sendable {
        public let type = Property<Kind?>("@type")
        public let domain = Property<UInt?>("@domain")
        public let bus = Property<UInt?>("@bus")
        public let slot = Property<UInt?>("@slot")
        public let function = Property<UInt?>("@function")
        public let multifunction = Property<Bool?>(onOff: "@multifunction")
        public let controller = Property<UInt?>("@controller")
        public let target = Property<UInt?>("@target")
        public let unit = Property<UInt?>("@unit")
        /// On USB a path through hubs, such as `1.2`.
        public let port = Property<String?>("@port")
    }

    public struct Kind: Vocabulary {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }

        public static let pci: Self = "pci"
        public static let drive: Self = "drive"
        public static let usb: Self = "usb"
        public static let virtioSerial: Self = "virtio-serial"
        public static let ccid: Self = "ccid"
        public static let virtioMMIO: Self = "virtio-mmio"
        public static let ccw: Self = "ccw"
    }
}
