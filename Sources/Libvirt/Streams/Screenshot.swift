/// A picture of a machine's screen.
public struct Screenshot: Hashable, Sendable {
    /// The format as a media type: QEMU makes `image/x-portable-pixmap`, or `image/png` from version 7.1 on.
    public let type: String
    /// The picture.
    public let bytes: [UInt8]

    public init(type: String, bytes: [UInt8]) {
        self.type = type
        self.bytes = bytes
    }
}
