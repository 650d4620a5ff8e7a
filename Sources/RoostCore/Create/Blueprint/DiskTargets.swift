/// Hands out the names of a machine's disks: vda, vdb, … by bus.
struct DiskTargets {
    private var taken: Set<String>

    /// - Parameter taken: the names that people chose.
    init(taken: [String]) { self.taken = Set(taken) }

    mutating func next(bus: String) -> String {
        let prefix =
            switch bus {
            case "virtio": "vd"
            case "ide": "hd"
            case "fdc": "fd"
            default: "sd"
            }
        var number = 0
        while taken.contains(prefix + Self.letters(number)) { number += 1 }
        let name = prefix + Self.letters(number)
        taken.insert(name)
        return name
    }

    /// a, b, … z, aa, ab, …
    private static func letters(_ number: Int) -> String {
        var rest = number
        var text = ""
        repeat {
            text = String(UnicodeScalar(UInt8(ascii: "a") + UInt8(rest % 26))) + text
            rest = rest / 26 - 1
        } while rest >= 0
        return text
    }
}
