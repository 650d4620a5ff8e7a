/// The units of sizes that libvirt reads and writes.
struct ByteUnit: Hashable, Sendable {
    /// As libvirt spells it.
    let name: String
    let factor: UInt64

    static let bytes = ByteUnit(name: "bytes", factor: 1)
    static let kibibytes = ByteUnit(name: "KiB", factor: 1024)

    /// Reads a unit as libvirt's `virScaleInteger` does: letter case does not matter, `K` and `KiB` are 1024, `KB` is 1000.
    init?(parsing text: String) {
        let word = text.trimmingXMLSpace().lowercased()
        if ["b", "byte", "bytes"].contains(word) {
            self = .bytes
            return
        }
        guard let letter = word.first, let index = Array("kmgtpe").firstIndex(of: letter) else { return nil }
        let base: UInt64
        switch word.dropFirst() {
        case "", "ib": base = 1024
        case "b": base = 1000
        default: return nil
        }
        self.init(name: text, factor: (0..<index).reduce(base) { product, _ in product * base })
    }

    private init(name: String, factor: UInt64) {
        self.name = name
        self.factor = factor
    }

    /// Nil when the product does not fit.
    func bytes(from count: UInt64) -> UInt64? {
        let (product, overflow) = count.multipliedReportingOverflow(by: factor)
        return overflow ? nil : product
    }

    /// Rounded up to a whole number of this unit, as libvirt rounds.
    func count(of bytes: UInt64) -> UInt64 {
        bytes / factor + (bytes % factor == 0 ? 0 : 1)
    }
}
