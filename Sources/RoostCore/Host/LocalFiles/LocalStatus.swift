/// What the system says about a file.
struct LocalStatus: Equatable {
    enum Kind: Equatable {
        case file
        case block
        case directory
        case link
        case other
    }

    var kind: Kind
    /// Permission bits as of chmod.
    var mode: UInt16
    var owner: UInt32
    var group: UInt32
    /// In bytes; of a block device 0.
    var size: UInt64
}
