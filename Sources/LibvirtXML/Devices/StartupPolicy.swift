/// What happens at start when the source of a device is missing.
public struct StartupPolicy: Vocabulary {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }

    public static let mandatory: Self = "mandatory"
    public static let requisite: Self = "requisite"
    public static let optional: Self = "optional"
}
