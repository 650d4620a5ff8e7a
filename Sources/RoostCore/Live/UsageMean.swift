/// What a machine, or a host itself, used in the mean of some time.
public struct UsageMean: Hashable, Sendable {
    public var host: String
    /// nil for the host itself.
    public var uuid: String?
    public var usage: LiveUsage

    public init(host: String, uuid: String?, usage: LiveUsage) {
        self.host = host
        self.uuid = uuid
        self.usage = usage
    }
}
