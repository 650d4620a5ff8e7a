/// How a firmware's file is given to the guest.
public struct LoaderType: Vocabulary {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }

    public static let rom: Self = "rom"
    public static let pflash: Self = "pflash"
}
