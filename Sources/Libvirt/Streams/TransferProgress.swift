/// How far a transfer has come.
public struct TransferProgress: Hashable, Sendable {
    /// Bytes of the content that are done, holes included.
    public var position: Int64
    /// Bytes of those that were really sent or received.
    public var data: Int64

    public init(position: Int64 = 0, data: Int64 = 0) {
        self.position = position
        self.data = data
    }

    mutating func addData(_ count: Int) {
        position += Int64(count)
        data += Int64(count)
    }

    mutating func addHole(_ length: Int64) {
        position += length
    }
}
