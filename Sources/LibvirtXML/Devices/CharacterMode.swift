/// Who opens the connection: the host listens (`bind`) or connects.
public struct CharacterMode: Vocabulary {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }

    public static let bind: Self = "bind"
    public static let connect: Self = "connect"
}
