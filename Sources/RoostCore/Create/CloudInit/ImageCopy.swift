/// How a new disk gets what is in an image.
public struct ImageCopy: Hashable, Sendable {
    public enum Sharing: Hashable, Sendable {
        /// The disk is a file that stands on the image.
        case overlay
        /// A copy that must share its blocks with the image.
        case reflink
        /// A copy that shares its blocks with the image where the file system can.
        case reflinkOrFull
        case full
    }

    public var image: ImageFacts
    public var sharing: Sharing

    init(image: ImageFacts, sharing: Sharing) {
        self.image = image
        self.sharing = sharing
    }

    /// - Parameters:
    ///   - isFile: whether the new disk is an ordinary file of the host.
    ///   - format: of the new disk.
    /// - Throws: ``Failure`` of kind unsupported for a choice that this image or disk does not allow.
    init(_ image: ImageFacts, _ choice: CopyChoice, isFile: Bool, format: String) throws(Failure) {
        let canStand = image.kind == .file && image.path != nil && isFile && format == "qcow2"
        let canShare = image.kind == .file && isFile && format == "raw" && image.format == "raw"
        self.image = image
        switch choice {
        case .auto: sharing = canStand ? .overlay : canShare ? .reflinkOrFull : .full
        case .full: sharing = .full
        case .overlay:
            guard canStand else {
                throw Self.impossible("overlay", "the image and the disk must be files, and the disk of format qcow2")
            }
            sharing = .overlay
        case .reflink:
            guard canShare else {
                throw Self.impossible(
                    "reflink", "the image and the disk must be files of format raw (--disk format=raw)")
            }
            sharing = .reflink
        }
    }

    private static func impossible(_ choice: String, _ why: String) -> Failure {
        Failure(.unsupported, "--copy \(choice) is not possible here", why: why, remedy: "Leave --copy out.")
    }
}
