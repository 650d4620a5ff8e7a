/// What an ISO image is.
public struct InstallMedia: Sendable, Hashable, Codable {
    /// Nil when the database does not know the image.
    public let operatingSystem: OperatingSystem?
    /// As far as the database knows it, such as `x86_64`.
    public let architecture: String?
    public let volumeID: String?
    /// The installer's kernel and initial RAM disk, as paths inside the image.
    public let kernelPath: String?
    public let initrdPath: String?
    /// The image carries an El Torito boot record.
    public let isBootable: Bool
    public let isLive: Bool
    /// The database does not know the image itself: the system follows from its name.
    public let isGuessed: Bool
}
