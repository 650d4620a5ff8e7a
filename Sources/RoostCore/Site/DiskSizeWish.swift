/// How large a disk is to be.
public struct DiskSizeWish: Hashable, Sendable, Codable {
    /// In bytes.
    public let bytes: UInt64
    /// Whether it is to have so much more than it has.
    public let isMore: Bool
    /// Whether it may become smaller, which cuts its end off.
    public let mayShrink: Bool

    public init(bytes: UInt64, isMore: Bool = false, mayShrink: Bool = false) {
        self.bytes = bytes
        self.isMore = isMore
        self.mayShrink = mayShrink
    }

    /// - Parameter text: such as `40G`, or `+10G` for so much more; a bare number counts GiB.
    /// - Throws: ``Failure`` of kind usage.
    public init(parsing text: String, mayShrink: Bool) throws(Failure) {
        let isMore = text.hasPrefix("+")
        self.init(
            bytes: try StorageSize.bytes(isMore ? String(text.dropFirst()) : text, option: "SIZE"), isMore: isMore,
            mayShrink: mayShrink)
    }

    /// In bytes.
    /// - Parameter now: what it has, in bytes.
    /// - Throws: ``Failure`` of kind usage for what no disk has.
    package func size(from now: UInt64) throws(Failure) -> UInt64 {
        guard isMore else { return bytes }
        let (sum, overflow) = now.addingReportingOverflow(bytes)
        guard !overflow else { throw Failure(.usage, "SIZE: that is more than any disk has") }
        return sum
    }
}
