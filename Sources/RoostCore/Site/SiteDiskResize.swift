/// Another size of a disk, worked out and not yet given.
public protocol SiteDiskResize: Sendable {
    var target: String { get }
    /// In bytes: what the guest is to see.
    var size: UInt64 { get }
    var path: String { get }
    /// Whether its end is cut off.
    var shrinks: Bool { get }
    func resize() async throws(Failure) -> MachineDeviceReport
}
