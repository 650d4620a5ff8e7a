public import XMLTree

/// A guest's clocks: `<clock>`.
public struct Clock: ElementView {
    public static let elementName = "clock"
    public static let properties = Properties()

    public var element: XMLElement

    public init(element: XMLElement) { self.element = element }

    public struct Properties: Sendable {
        public let offset = Property<Offset?>("@offset")
        /// Of the offset `timezone`, such as `Europe/Berlin`.
        public let timeZone = Property<String?>("@timezone")
        /// Of the offset `variable`: in seconds, or `reset`.
        public let adjustment = Property<String?>("@adjustment")
        public let timers = Property<[Timer]>(children: "timer")
    }

    public struct Offset: Vocabulary {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }

        public static let utc: Self = "utc"
        public static let localtime: Self = "localtime"
        public static let timezone: Self = "timezone"
        public static let variable: Self = "variable"
        public static let absolute: Self = "absolute"
    }
}
