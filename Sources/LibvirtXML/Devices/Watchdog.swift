public import XMLTree

/// A timer that acts when the guest no longer resets it: `<watchdog>`.
public struct Watchdog: ElementView {
    public static let elementName = "watchdog"
    public static let properties = Properties()

    public var element: XMLElement

    public init(element: XMLElement) { self.element = element }

    public init(_ model: Model, action: Action = .reset) {
        self.init()
        self.model = model
        self.action = action
    }

    public struct Properties: Sendable {
        public let model = Property<Model?>("@model")
        public let action = Property<Action?>("@action")
        public let alias = Property<String?>("alias/@name")
        public let address = Property<Address?>(child: "address")
    }

    public struct Model: Vocabulary {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }

        public static let i6300esb: Self = "i6300esb"
        public static let ib700: Self = "ib700"
        public static let diag288: Self = "diag288"
        public static let itco: Self = "itco"
    }

    public struct Action: Vocabulary {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }

        public static let reset: Self = "reset"
        public static let shutdown: Self = "shutdown"
        public static let poweroff: Self = "poweroff"
        public static let pause: Self = "pause"
        public static let noAction: Self = "none"
        public static let dump: Self = "dump"
        public static let injectNMI: Self = "inject-nmi"
    }
}
