public import XMLTree

/// One of a guest's clocks: `<timer>`.
public struct Timer: ElementView {
    public static let elementName = "timer"
    public static let properties = Properties()

    public var element: XMLElement

    public init(element: XMLElement) { self.element = element }

    public init(_ name: Name, present: Bool? = nil, tickPolicy: TickPolicy? = nil) {
        self.init()
        self.name = name
        self.present = present
        self.tickPolicy = tickPolicy
    }

    public struct Properties: Sendable {
        public let name = Property<Name?>("@name")
        public let present = Property<Bool?>(yesNo: "@present")
        public let tickPolicy = Property<TickPolicy?>("@tickpolicy")
        public let track = Property<String?>("@track")
        /// In hertz.
        public let frequency = Property<UInt64?>("@frequency")
    }

    public struct Name: Vocabulary {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }

        public static let rtc: Self = "rtc"
        public static let pit: Self = "pit"
        public static let hpet: Self = "hpet"
        public static let tsc: Self = "tsc"
        public static let kvmclock: Self = "kvmclock"
        public static let hypervclock: Self = "hypervclock"
        public static let platform: Self = "platform"
        public static let armvtimer: Self = "armvtimer"
    }

    public struct TickPolicy: Vocabulary {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }

        public static let catchup: Self = "catchup"
        public static let delay: Self = "delay"
        public static let merge: Self = "merge"
        public static let discard: Self = "discard"
    }
}
