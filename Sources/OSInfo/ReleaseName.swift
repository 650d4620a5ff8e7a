/// A name such as `ubuntu24.04`, `win2k12r2` or `sles15sp4`, taken apart.
struct ReleaseName: Hashable {
    /// The distribution's part: `ubuntu`, `win2k`, `centos-stream`, or an identifier up to its version.
    let stem: String
    /// `24.04` is `[24, 4]`; a service pack or second release counts as one more component.
    let version: [Int]
    /// `rhel9-unknown` stands for any release of RHEL 9.
    let isUnknownRelease: Bool

    /// Longer names are nobody's; the bound keeps the comparisons below cheap.
    static let maximumLength = 128

    /// Nil when the name does not end in a version.
    init?(_ name: String) {
        let bytes = Array(name.lowercased().utf8)
        guard bytes.count <= Self.maximumLength else { return nil }
        for start in bytes.indices.dropFirst() where NaturalOrder.isDigit(bytes[start]) {
            guard !NaturalOrder.isDigit(bytes[start - 1]) else { continue }
            var parser = VersionParser(rest: bytes[start...])
            guard let version = parser.version(), !version.isEmpty else { continue }
            let isUnknown = parser.skip("-unknown") || parser.skip("unknown")
            guard parser.rest.isEmpty else { continue }
            var stem = bytes[..<start]
            while let last = stem.last, "-_ ".utf8.contains(last) { stem.removeLast() }
            guard let last = stem.last, last != UInt8(ascii: ".") else { return nil }
            self.stem = String(decoding: stem, as: UTF8.self)
            self.version = version
            isUnknownRelease = isUnknown
            return
        }
        return nil
    }
}
