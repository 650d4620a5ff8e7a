public import XMLTree

/// What of Hyper-V a Windows guest is shown: `<hyperv>`.
public struct HyperV: ElementView {
    public static let elementName = "hyperv"
    public static let properties = Properties()

    public var element: XMLElement

    public init(element: XMLElement) { self.element = element }

    public struct Properties: Sendable {
        public let mode = Property<Mode?>("@mode")
        public let relaxed = Property<Bool?>(onOff: "relaxed/@state")
        public let vapic = Property<Bool?>(onOff: "vapic/@state")
        public let spinlocks = Property<Bool?>(onOff: "spinlocks/@state")
        /// At least 4095.
        public let spinlockRetries = Property<UInt?>("spinlocks/@retries")
        public let vpindex = Property<Bool?>(onOff: "vpindex/@state")
        public let runtime = Property<Bool?>(onOff: "runtime/@state")
        public let synic = Property<Bool?>(onOff: "synic/@state")
        public let stimer = Property<Bool?>(onOff: "stimer/@state")
        public let stimerDirect = Property<Bool?>(onOff: "stimer/direct/@state")
        public let reset = Property<Bool?>(onOff: "reset/@state")
        public let frequencies = Property<Bool?>(onOff: "frequencies/@state")
        public let reenlightenment = Property<Bool?>(onOff: "reenlightenment/@state")
        public let tlbflush = Property<Bool?>(onOff: "tlbflush/@state")
        public let ipi = Property<Bool?>(onOff: "ipi/@state")
        public let evmcs = Property<Bool?>(onOff: "evmcs/@state")
        public let vendorID = Property<Bool?>(onOff: "vendor_id/@state")
        /// At most 12 characters.
        public let vendorIDValue = Property<String?>("vendor_id/@value")
    }

    public struct Mode: Vocabulary {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }

        public static let custom: Self = "custom"
        public static let passthrough: Self = "passthrough"
    }
}
