/// What an image is stored as. Its volume's name states it, so that nobody has to guess it from the content.
public enum ImageForm: String, Hashable, Sendable, Codable, CaseIterable {
    case qcow2, raw
}
