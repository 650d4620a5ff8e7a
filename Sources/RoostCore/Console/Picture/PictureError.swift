/// Why what a hypervisor sent is no picture.
public enum PictureError: Error, Hashable, Sendable {
    case unknownFormat
    case malformed
    case tooLarge
}

extension PictureError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .unknownFormat: "the host sent a picture that is neither PNG nor PPM"
        case .malformed: "the host sent a broken picture"
        case .tooLarge: "the host sent a picture of an unbelievable size"
        }
    }
}
