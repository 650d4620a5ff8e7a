/// The architecture of a processor.
public struct Architecture: Vocabulary {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }

    // swift-format-ignore: AlwaysUseLowerCamelCase
    public static let x86_64: Self = "x86_64"
    public static let i686: Self = "i686"
    public static let aarch64: Self = "aarch64"
    public static let armv7l: Self = "armv7l"
    public static let ppc64le: Self = "ppc64le"
    public static let riscv64: Self = "riscv64"
    public static let s390x: Self = "s390x"
}
