/// A version as libvirt counts it: 1,000,000 × major + 1,000 × minor + patch.
public struct Version: RawRepresentable, Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The version as one number.
    public let rawValue: UInt64

    public init(rawValue: UInt64) {
        self.rawValue = rawValue
    }

    public init(_ major: UInt16, _ minor: UInt16, _ patch: UInt16 = 0) {
        rawValue = UInt64(major) * 1_000_000 + UInt64(minor) * 1_000 + UInt64(patch)
    }

    public var major: UInt64 { rawValue / 1_000_000 }
    public var minor: UInt64 { rawValue / 1_000 % 1_000 }
    public var patch: UInt64 { rawValue % 1_000 }

    public var description: String { "\(major).\(minor).\(patch)" }

    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}
