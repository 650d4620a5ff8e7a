import RoostCore

/// What is sent for another size of a disk.
struct DiskSizeOrder: Encodable {
    private let size: UInt64?
    private let more: UInt64?
    private let shrink: Bool

    init(_ wish: DiskSizeWish) {
        size = wish.isMore ? nil : wish.bytes
        more = wish.isMore ? wish.bytes : nil
        shrink = wish.mayShrink
    }
}
