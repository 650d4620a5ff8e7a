/// The beginning of a regular file or block device of this computer.
struct LocalHead: Equatable {
    var bytes: [UInt8]
    /// `file` or `block`.
    var kind: LocalStatus.Kind
    /// Of the whole file or device, in bytes.
    var length: UInt64
    /// What it takes on its file system, in bytes; of a block device 0.
    var allocated: UInt64
}
