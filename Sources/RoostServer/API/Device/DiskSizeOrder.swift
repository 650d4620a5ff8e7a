import RoostCore

/// Another size of a disk.
struct DiskSizeOrder: StrictBody {
    static let fields: Set<String> = ["size", "more", "shrink"]

    /// In bytes.
    var size: UInt64?
    /// In bytes: so much more than it has.
    var more: UInt64?
    /// Whether it may become smaller, which cuts its end off.
    var shrink: Bool?

    func wish() throws(Failure) -> DiskSizeWish {
        let isMore = more != nil
        guard let bytes = more ?? size, !isMore || size == nil else { throw Failure(.usage, "Say size, or more") }
        return DiskSizeWish(bytes: bytes, isMore: isMore, mayShrink: shrink ?? false)
    }

    /// What such a size would mean.
    struct View: Encodable {
        let target: String
        /// In bytes, as the guest sees it now.
        let capacity: UInt64
        /// In bytes, as it would see it.
        let size: UInt64
        let path: String

        init(_ plan: Machine.DiskResize) {
            (target, capacity, size, path) = (plan.target, plan.capacity, plan.size, plan.path)
        }

        func tag() throws -> EntityTag { EntityTag(of: try ServerJSON.encode(self)) }
    }
}
