/// How far an operation is.
public struct OperationProgress: Hashable, Sendable, Codable {
    public enum Unit: String, Sendable, Codable {
        case bytes
        case steps
    }

    /// What is going on now: "uploading debian.iso".
    public var step: String
    public var done: UInt64
    /// nil while it is not known.
    public var total: UInt64?
    public var unit: Unit

    public init(step: String, done: UInt64 = 0, total: UInt64? = nil, unit: Unit = .steps) {
        self.step = step
        self.done = done
        self.total = total
        self.unit = unit
    }
}
