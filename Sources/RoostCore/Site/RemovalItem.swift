/// An image or a volume that is to be deleted.
public struct RemovalItem: Hashable, Sendable {
    /// What people call it: `NAME@VERSION`, `POOL/NAME`.
    public var label: String
    /// Where it lies, with the host in front where several are in play.
    public var path: String
    /// What it takes there, in bytes.
    public var allocation: UInt64
    /// The name that this upload would have got, had it not been cut off.
    public var unfinishedUploadOf: String?

    public init(label: String, path: String, allocation: UInt64, unfinishedUploadOf: String? = nil) {
        self.label = label
        self.path = path
        self.allocation = allocation
        self.unfinishedUploadOf = unfinishedUploadOf
    }
}
