/// What an image's source yields.
enum ImagePiece: Hashable, Sendable {
    case data([UInt8])
    /// So many zeroes, which take no room.
    case hole(UInt64)

    /// In bytes.
    var length: UInt64 {
        switch self {
        case .data(let bytes): UInt64(bytes.count)
        case .hole(let length): length
        }
    }
}
