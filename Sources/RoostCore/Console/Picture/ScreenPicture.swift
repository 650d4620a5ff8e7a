/// A picture of a machine's screen, as PNG.
public struct ScreenPicture: Hashable, Sendable {
    /// In pixels.
    public let width: Int
    /// In pixels.
    public let height: Int
    /// The PNG file.
    public let png: [UInt8]

    /// Larger screens are not believed. In pixels, of either side.
    static let longestSide = 16_384

    /// The most that a picture may take on its way here, in bytes.
    package static let mostBytes = 64 << 20

    /// Takes what a hypervisor made: PNG as it is, PPM turned into PNG.
    /// - Throws: ``PictureError`` for anything else, and for a picture whose size is not to be believed.
    public init(_ bytes: [UInt8]) throws(PictureError) {
        guard bytes.count <= Self.mostBytes else { throw .tooLarge }
        if bytes.starts(with: PNGFile.signature) {
            (width, height) = try PNGFile.size(of: bytes)
            png = bytes
        } else {
            let pixels = try PortablePixmap(bytes)
            (width, height) = (pixels.width, pixels.height)
            png = PNGFile.encode(pixels)
        }
    }
}
