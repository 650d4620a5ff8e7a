/// The operating system in an image, by its files.
public struct InstalledSystem: Hashable, Sendable, Codable {
    public struct Packages: Hashable, Sendable, Codable {
        /// "dpkg", "rpm", "apk", "pacman".
        public var manager: String
        /// nil where its database is one that Roost does not count.
        public var count: Int?
        /// Why they are not counted.
        public var problem: String?
    }

    /// As it calls itself: "Debian GNU/Linux 12 (bookworm)".
    public var name: String?
    /// Of its os-release.
    public var id: String?
    public var version: String?
    /// The short id of the osinfo database, such as "debian12"; nil where none fits.
    public var osinfo: String?
    /// As of `uname -m`.
    public var architecture: String?
    public var hostname: String?
    public var packages: Packages?
    /// "systemd", "openrc", "busybox", …
    public var initSystem: String?
    /// "grub", "systemd-boot", "extlinux".
    public var bootloaders: [String]
    /// "bios", "uefi": what its disk can be started by.
    public var firmware: [String]
    public var cloudInit: Bool
    public var guestAgent: Bool
    /// Newest first.
    public var kernels: [GuestKernel]
}
