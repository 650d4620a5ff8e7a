/// A number of bytes: reads what people type, prints what they read. Units are binary.
public struct ByteCount: RawRepresentable, Sendable, Hashable, Comparable, Codable {
    public enum Unit: String, Sendable, Hashable, CaseIterable {
        case bytes = "B"
        case kibibytes = "KiB"
        case mebibytes = "MiB"
        case gibibytes = "GiB"
        case tebibytes = "TiB"
        case pebibytes = "PiB"
        case exbibytes = "EiB"

        /// In bytes, from 1 to 2^60.
        public var size: UInt64 { 1 << UInt64(10 * (Self.allCases.firstIndex(of: self) ?? 0)) }
    }

    /// In bytes.
    public let rawValue: UInt64

    public init(rawValue: UInt64) { self.rawValue = rawValue }

    public init(_ bytes: UInt64) { rawValue = bytes }

    public static func < (left: ByteCount, right: ByteCount) -> Bool { left.rawValue < right.rawValue }

    /// Reads `4G`, `4GiB`, `4 GB`, `512m`, `1.5T`, or a bare number in the default unit. `K`, `M`, `G` are binary here
    /// with every spelling, as in virsh, QEMU and virt-install for disk and memory sizes.
    /// - Throws: `ByteCountError` for anything else: signs, no digits, unknown units, fractions of a byte, more than
    ///   2^64 - 1 bytes.
    public init(parsing text: String, defaultUnit: Unit) throws(ByteCountError) {
        var rest = Substring(text)
        func digits() -> [UInt64] {
            let found = rest.utf8.prefix { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
            rest = rest[found.endIndex...]
            return found.map { UInt64($0 - UInt8(ascii: "0")) }
        }
        guard text.utf8.count <= 64 else { throw .malformed(HostileText.sanitised(String(text.prefix(64)))) }
        let whole = digits()
        guard !whole.isEmpty else { throw .malformed(HostileText.sanitised(text)) }
        var fraction: [UInt64] = []
        if rest.first == "." {
            rest = rest.dropFirst()
            fraction = digits()
            guard !fraction.isEmpty else { throw .malformed(HostileText.sanitised(text)) }
        }
        if rest.first == " " { rest = rest.dropFirst() }
        guard let unit = rest.isEmpty ? defaultUnit : Self.unit(named: rest.lowercased()) else {
            throw .unknownUnit(HostileText.sanitised(String(rest)), in: HostileText.sanitised(text))
        }
        guard let bytes = Self.bytes(whole: whole, fraction: fraction, unit: unit.size) else {
            throw .tooLarge(text)
        }
        guard fraction.allSatisfy({ $0 == 0 }) || unit != .bytes else { throw .malformed(text) }
        rawValue = bytes
    }

    private static func unit(named name: String) -> Unit? {
        Unit.allCases.first { unit in
            let full = unit.rawValue.lowercased()
            let letter = String(full.prefix(1))
            return name == full || name == letter || name == letter + "b" && unit != .bytes
        }
    }

    /// Nil on overflow. Works on the digits, for a floating-point number would lose bytes of a large size.
    private static func bytes(whole: [UInt64], fraction: [UInt64], unit: UInt64) -> UInt64? {
        var total: UInt64 = 0
        for digit in whole {
            let (scaled, overflow) = total.multipliedReportingOverflow(by: 10)
            let (sum, carry) = scaled.addingReportingOverflow(digit)
            guard !overflow, !carry else { return nil }
            total = sum
        }
        let (product, overflow) = total.multipliedReportingOverflow(by: unit)
        guard !overflow else { return nil }
        // The unit is at most 2^60, so nine or fewer tenths of it, plus what later digits leave, stay in range.
        var part: UInt64 = 0
        for digit in fraction.reversed() { part = (part + digit * unit) / 10 }
        let (sum, carry) = product.addingReportingOverflow(part)
        return carry ? nil : sum
    }

    /// `512 MiB`, `1.5 GiB`, `4 GiB`: the largest unit that leaves at least one, at most one decimal.
    public var formatted: String {
        var unit = Unit.allCases.last { rawValue >= $0.size } ?? .bytes
        var tenths = Self.tenths(rawValue, unit.size)
        // 1023.96 MiB would round to 1024 MiB.
        if tenths >= 10240, let index = Unit.allCases.firstIndex(of: unit), index + 1 < Unit.allCases.count {
            unit = Unit.allCases[index + 1]
            tenths = Self.tenths(rawValue, unit.size)
        }
        let decimals = tenths % 10 == 0 ? "" : ".\(tenths % 10)"
        return "\(tenths / 10)\(decimals) \(unit.rawValue)"
    }

    private static func tenths(_ value: UInt64, _ unit: UInt64) -> UInt64 {
        value / unit * 10 + (value % unit * 10 + unit / 2) / unit
    }
}
