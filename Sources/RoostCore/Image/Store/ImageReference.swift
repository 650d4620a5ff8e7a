/// How a person names an image: `NAME` (the newest of that name), `NAME@VERSION`, `POOL/VOLUME`, or a path on the host.
public enum ImageReference: Hashable, Sendable {
    case image(name: String, version: String?)
    case volume(name: String, pool: String)
    case path(String)

    /// - Throws: ``Failure`` of kind usage.
    public init(parsing text: String) throws(Failure) {
        if text.hasPrefix("/") {
            try StorageName.checkPath(text, what: "the path of an image")
            self = .path(StoragePath.tidy(text))
            return
        }
        if let slash = text.firstIndex(of: "/") {
            let (pool, volume) = (String(text[..<slash]), String(text[slash...].dropFirst()))
            try StorageName.check(pool, kind: "pool")
            try StorageName.check(volume, kind: "volume")
            self = .volume(name: volume, pool: pool)
            return
        }
        guard let at = text.firstIndex(of: "@") else {
            try ImageName.check(text)
            self = .image(name: text, version: nil)
            return
        }
        let (name, version) = (String(text[..<at]), String(text[at...].dropFirst()))
        try ImageName.check(name)
        guard ImageVolumeName.isVersion(version) else {
            throw Failure(
                .usage, "\(ValueProblem.quote(version)) is not the version of an image",
                why: "a version has \(ImageVolumeName.versionLength) hexadecimal digits",
                remedy: "roost image list shows them.")
        }
        self = .image(name: name, version: version)
    }
}

extension ImageReference: CustomStringConvertible {
    public var description: String {
        switch self {
        case .image(let name, let version): version.map { "\(name)@\($0)" } ?? name
        case .volume(let name, let pool): "\(pool)/\(name)"
        case .path(let path): path
        }
    }
}
