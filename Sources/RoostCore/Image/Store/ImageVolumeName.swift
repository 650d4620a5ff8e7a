/// The name of the volume that holds an image: "debian-12@0123456789ab.qcow2". It says which bytes are in it.
struct ImageVolumeName: Hashable, Sendable {
    /// Hexadecimal digits of a version.
    static let versionLength = 12

    let name: String
    /// The first digits of the SHA-256 of the stored bytes.
    let version: String
    let format: ImageForm

    /// - Parameter digest: SHA-256 of the stored bytes, in hexadecimal.
    init(name: String, digest: String, format: ImageForm) {
        self.name = name
        version = String(digest.prefix(Self.versionLength))
        self.format = format
    }

    /// nil for a volume that is not an image of this store.
    init?(of volume: String) {
        guard let dot = volume.lastIndex(of: "."), let format = ImageForm(rawValue: String(volume[dot...].dropFirst())),
            let (name, version) = Self.parts(volume[..<dot])
        else { return nil }
        (self.name, self.version, self.format) = (name, version, format)
    }

    /// The parts of "NAME@VERSION".
    static func parts(_ text: Substring) -> (name: String, version: String)? {
        guard let at = text.lastIndex(of: "@") else { return nil }
        let (name, version) = (String(text[..<at]), String(text[at...].dropFirst()))
        guard isVersion(version), (try? ImageName.check(name)) != nil else { return nil }
        return (name, version)
    }

    static func isVersion(_ text: String) -> Bool {
        text.utf8.count == versionLength && text.utf8.allSatisfy { "0123456789abcdef".utf8.contains($0) }
    }

    var text: String { "\(name)@\(version).\(format.rawValue)" }

    /// The small volume beside it with what is known of it.
    var record: String { "\(name)@\(version).json" }
}
