/// An image and the host that has it.
public struct HostImage: OnHost {
    public let host: Host
    public let image: StoredImage

    /// `NAME@VERSION`, with the host in front where several are in play.
    public var label: String { host.label(image.reference) }
}
