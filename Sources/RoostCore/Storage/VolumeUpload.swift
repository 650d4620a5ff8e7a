/// A local file that is to become a volume.
public struct VolumeUpload: Hashable, Sendable {
    public var file: String
    public var address: VolumeAddress
    /// Whether a volume of that name gives way.
    public var replace: Bool

    /// - Parameter address: nil takes the file's own name.
    /// - Throws: ``Failure`` of kind usage when that is no name for a volume.
    public init(file: String, address: String?, pool: String?, replace: Bool = false) throws(Failure) {
        self.file = file
        let base = file.split(separator: "/").last.map(String.init) ?? ""
        self.address = try VolumeAddress(address ?? base, pool: pool)
        self.replace = replace
    }
}
