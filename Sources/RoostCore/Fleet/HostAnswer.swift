/// What one of several hosts answered, or why it did not.
public struct HostAnswer<Value: Sendable>: Sendable {
    /// The host's name.
    public let host: String
    public let result: Result<Value, Failure>

    package init(host: String, result: Result<Value, Failure>) {
        self.host = host
        self.result = result
    }
}
