/// Reads sizes as people write them.
enum ByteSize {
    /// The largest size of a file or of a guest's memory that Linux and libvirt can hold.
    static let maximum = UInt64(Int64.max)

    private static let units: [String: UInt64] = [
        "k": 1 << 10, "m": 1 << 20, "g": 1 << 30, "t": 1 << 40, "p": 1 << 50, "e": 1 << 60,
    ]

    /// Bytes from `20`, `0.5`, `4G`, `1.5T`, `512MiB`, rounded up to a multiple of `granularity`.
    /// - Parameters:
    ///   - unit: the number of bytes that a number without a unit counts in.
    ///   - granularity: a power of two.
    ///   - example: shown in the remedy of an error.
    static func parse(
        _ text: String, unit: UInt64, granularity: UInt64, example: String
    ) throws(ValueProblem) -> UInt64 {
        let malformed = ValueProblem("\(ValueProblem.quote(text)) is not a size", remedy: example)
        let number = text.prefix { $0.isASCII && $0.isNumber || $0 == "." }
        var suffix = text.dropFirst(number.count).lowercased()
        if suffix.count == 2, suffix.hasSuffix("b") {
            throw ValueProblem(
                "\(ValueProblem.quote(text)) may mean powers of 1000 or of 1024",
                remedy: "Write \(text.dropLast())iB or \(text.dropLast()) for powers of 1024.")
        }
        if suffix.hasSuffix("ib") { suffix.removeLast(2) }
        guard let scale = suffix.isEmpty && number.count == text.count ? unit : units[suffix] else { throw malformed }
        let parts = number.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), !parts[0].isEmpty, parts.last?.isEmpty == false else { throw malformed }
        let tooLarge = ValueProblem(
            "\(ValueProblem.quote(text)) is larger than a size can be", remedy: "The most is 8 EiB less one byte.")
        let fraction = parts.count == 2 ? parts[1] : ""
        guard fraction.count <= 9 else {
            throw ValueProblem("\(ValueProblem.quote(text)) has more than nine decimals", remedy: example)
        }
        guard let whole = UInt64(parts[0]) else { throw tooLarge }
        let (wholeBytes, overflow) = whole.multipliedReportingOverflow(by: scale)
        let (bytes, overflow2) = wholeBytes.addingReportingOverflow(part(fraction, of: scale))
        guard !overflow, !overflow2, bytes <= maximum - granularity else { throw tooLarge }
        guard bytes > 0 else { throw ValueProblem("the size is zero", remedy: example) }
        return (bytes + granularity - 1) & ~(granularity - 1)
    }

    /// The shortest text that `parse` reads as the same number of bytes.
    static func render(_ bytes: UInt64) -> String {
        for (name, scale) in [("G", UInt64(1) << 30), ("M", 1 << 20)] where bytes.isMultiple(of: scale) {
            return "\(bytes / scale)\(name)"
        }
        // Sizes are multiples of 512 bytes, and half a KiB has a short decimal.
        return bytes.isMultiple(of: 1024) ? "\(bytes / 1024)K" : "\(bytes / 1024).5K"
    }

    /// `0.digits` of `scale`, rounded up to whole bytes.
    private static func part(_ digits: Substring, of scale: UInt64) -> UInt64 {
        guard let numerator = UInt64(digits) else { return 0 }
        let denominator = digits.reduce(UInt64(1)) { power, _ in power * 10 }
        let (high, low) = numerator.multipliedFullWidth(by: scale)
        // numerator < denominator, so high < denominator and the division cannot trap.
        let (quotient, remainder) = denominator.dividingFullWidth((high, low))
        return quotient + (remainder > 0 ? 1 : 0)
    }
}
