/// An image and the host that has it.
public struct HostImage: OnHost {
    public let host: Host
    public let image: StoredImage

    public init(host: Host, image: StoredImage) {
        self.host = host
        self.image = image
    }

    /// `NAME@VERSION`, with the host in front where several are in play.
    public var label: String { host.label(image.reference) }
}
