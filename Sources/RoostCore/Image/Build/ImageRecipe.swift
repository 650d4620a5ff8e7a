/// An image to be built from a distribution's packages.
public struct ImageRecipe: Hashable, Sendable {
    public var release: ImageRelease
    /// Where the packages come from; nil takes the distribution's own servers.
    public var mirror: String?
    /// The disk's size in GiB.
    public var gibibytes: Int
    /// Packages besides those that every image has.
    public var packages: [String]
    /// The file with the keys that the distribution signs with; nil takes the one that its package installs.
    public var keyring: String?

    /// GiB.
    public static let sizes = 2...1024
    public static let usualSize = 3

    /// - Parameters:
    ///   - release: "debian-12".
    ///   - mirror: an http or https address.
    /// - Throws: ``Failure`` of kind usage for what is unknown, out of range, or could be read as something else by apt.
    public init(
        release: String, mirror: String? = nil, gibibytes: Int = usualSize, packages: [String] = [],
        keyring: String? = nil
    ) throws(Failure) {
        guard let known = ImageRelease.all.first(where: { $0.name == release }) else {
            let near = Spelling.nearest(to: release, among: ImageRelease.all.map(\.name))
            throw Failure(
                .usage, "There is no release '\(release)' to build",
                remedy: (near.map { "Did you mean '\($0)'? " } ?? "")
                    + "It can be: \(ImageRelease.all.map(\.name).joined(separator: ", ")).")
        }
        self.release = known
        guard Self.sizes.contains(gibibytes) else {
            throw Failure(.usage, "--size: 2 to 1024 GiB, not \(gibibytes)")
        }
        self.gibibytes = gibibytes
        if let mirror, !Self.isAddress(mirror) {
            throw Failure(
                .usage, "--mirror: '\(mirror)' is not an http or https address",
                remedy: "Write it as http://deb.debian.org/debian, for example.")
        }
        self.mirror = mirror.map { mirror in
            var text = mirror[...]
            while text.hasSuffix("/") { text = text.dropLast() }
            return String(text)
        }
        if let odd = packages.first(where: { !Self.isPackage($0) }) {
            throw Failure(
                .usage, "--package: '\(odd)' is not a package's name",
                remedy: "Names have lower-case letters, digits, '+', '-' and '.'; repeat --package for several.")
        }
        self.packages = packages
        self.keyring = keyring
    }

    private static func isAddress(_ text: String) -> Bool {
        guard let rest = ["http://", "https://"].first(where: text.hasPrefix).map({ text.dropFirst($0.count) }) else {
            return false
        }
        // apt's list of sources has words and brackets of its own.
        return !rest.isEmpty
            && rest.unicodeScalars.allSatisfy {
                $0.isASCII && $0.value > 0x20 && $0.value != 0x7F && !"[]#".unicodeScalars.contains($0)
            }
    }

    /// As Debian's policy has it: at least two characters, the first a letter or digit, so never an option.
    private static func isPackage(_ text: String) -> Bool {
        let letters = "abcdefghijklmnopqrstuvwxyz0123456789"
        guard text.count >= 2, let first = text.first, letters.contains(first) else { return false }
        return text.allSatisfy { (letters + "+-.").contains($0) }
    }
}
