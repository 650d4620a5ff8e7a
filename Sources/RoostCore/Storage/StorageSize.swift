/// Reads the size of a volume as a person types it.
public enum StorageSize {
    /// Bytes from `20G`, `1.5T`, `512MiB`; a bare number counts GiB, as in `roost create --disk size=`.
    /// - Throws: ``Failure`` of kind usage.
    public static func bytes(_ text: String, option: String = "--size") throws(Failure) -> UInt64 {
        do {
            return try ByteSize.parse(
                text, unit: 1 << 30, granularity: 512, example: "Write \(option) 20G, for example.")
        } catch {
            throw Failure(.usage, "\(option): \(error.what)", remedy: error.remedy)
        }
    }

    /// "1.5 GiB" for messages.
    static func text(_ bytes: UInt64) -> String {
        let units = ["bytes", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"]
        var value = Double(bytes)
        var unit = 0
        while value >= 1024, unit + 1 < units.count {
            value /= 1024
            unit += 1
        }
        let tenths = Int((value * 10).rounded())
        return "\(tenths / 10)\(tenths % 10 == 0 ? "" : ".\(tenths % 10)") \(units[unit])"
    }
}
