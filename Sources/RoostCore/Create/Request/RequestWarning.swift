/// Something in a valid request that its author should know before the machine is made.
public struct RequestWarning: Sendable, Equatable, CustomStringConvertible {
    /// The option as a person writes it, such as `--graphics`.
    public var option: String
    public var what: String
    public var remedy: String

    public init(option: String, what: String, remedy: String) {
        self.option = option
        self.what = what
        self.remedy = remedy
    }

    public var description: String { "\(option): \(what) \(remedy)" }
}
