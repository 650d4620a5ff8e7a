/// An event of QEMU's own, as libvirt passed it on.
public struct QEMUMonitorEvent: Hashable, Sendable {
    public let domain: DomainReference
    /// QEMU's name of it, such as `BLOCK_IO_ERROR`.
    public let name: String
    /// When QEMU sent it, in seconds since 1970.
    public let seconds: Int64
    /// The fraction of that second, in microseconds.
    public let microseconds: UInt32
    /// A JSON object, if QEMU added one.
    public let details: String?
}
