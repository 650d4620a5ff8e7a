/// Where a guest's CPU model comes from.
public struct CPUMode: Vocabulary {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }

    public static let hostPassthrough: Self = "host-passthrough"
    public static let hostModel: Self = "host-model"
    public static let maximum: Self = "maximum"
    public static let custom: Self = "custom"
}
