/// One release of a guest operating system, as the osinfo database describes it.
public struct OperatingSystem: Sendable, Hashable, Codable, Identifiable {
    /// The name people type, such as `debian12`.
    public let shortID: String
    /// Other names of the same release, such as `debianbookworm`.
    public let aliases: [String]
    /// The database's own identifier, such as `http://debian.org/debian/12`; this is what domain metadata stores.
    public let id: String
    public let name: String
    public let version: String?
    /// `linux`, `winnt`, `freebsd`, …
    public let family: String?
    /// `debian`, `ubuntu`, `win`, …
    public let distribution: String?
    public let codename: String?
    public let vendor: String?
    /// `YYYY-MM-DD`.
    public let releaseDate: String?
    /// `YYYY-MM-DD`.
    public let endOfLife: String?
    public let minimumResources: [OSResources]
    public let recommendedResources: [OSResources]
    /// What the release can boot with. Empty when the database says nothing.
    public let firmware: [OSFirmware]
    /// Identifiers of every device that the release drives, its own and inherited ones, sorted.
    public let devices: [String]
    /// The vendor publishes an image of this release that carries cloud-init.
    public let hasCloudInitImage: Bool
    /// The database has a script that answers the installer.
    public let hasUnattendedInstall: Bool

    /// Whether the database says that this release drives the device.
    public func supports(_ feature: DeviceFeature) -> Bool {
        feature.deviceIDs.contains { devices.contains($0) }
    }

    /// Firmware types (`efi`, `bios`) known to work on an architecture.
    public func firmwareTypes(architecture: String) -> [OSFirmware.Kind] {
        firmware.filter { $0.architecture == architecture }.map(\.kind)
    }

    /// The minimum for an architecture, else the one given for all.
    public func minimumResources(architecture: String) -> OSResources? {
        OSResources.pick(minimumResources, architecture: architecture)
    }

    /// What the vendor recommends for an architecture, else for all. A value that the recommendation leaves open is
    /// taken from the minimum.
    public func recommendedResources(architecture: String) -> OSResources? {
        let minimum = minimumResources(architecture: architecture)
        guard let best = OSResources.pick(recommendedResources, architecture: architecture) else { return minimum }
        return OSResources(
            architecture: best.architecture, memory: best.memory ?? minimum?.memory, cpus: best.cpus ?? minimum?.cpus,
            storage: best.storage ?? minimum?.storage)
    }
}
