public import XMLTree

/// What the machine has and hides: `<features>`.
public struct Features: ElementView {
    public static let elementName = "features"
    public static let properties = Properties()

    public var element: XMLElement

    public init(element: XMLElement) { self.element = element }

    public struct Properties: Sendable {
        public let acpi = Property<Bool>(presence: "acpi")
        public let apic = Property<Bool>(presence: "apic")
        public let pae = Property<Bool>(presence: "pae")
        public let hap = Property<Bool?>(onOff: "hap/@state")
        public let vmport = Property<Bool?>(onOff: "vmport/@state")
        public let smm = Property<Bool?>(onOff: "smm/@state")
        public let pmu = Property<Bool?>(onOff: "pmu/@state")
        public let vmcoreinfo = Property<Bool?>(onOff: "vmcoreinfo/@state")
        public let hyperV = Property<HyperV>(group: "hyperv")
        /// Whether the guest is kept from seeing that it runs on KVM.
        public let kvmHidden = Property<Bool?>(onOff: "kvm/hidden/@state")
        /// The version of Arm's interrupt controller: `2`, `3` or `host`.
        public let gicVersion = Property<String?>("gic/@version")
    }
}
