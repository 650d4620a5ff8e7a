/// Reads `24.04`, `12r2`, `15sp4` from the front of a name.
struct VersionParser {
    var rest: ArraySlice<UInt8>

    mutating func version() -> [Int]? {
        guard let first = number() else { return nil }
        var version = [first]
        while rest.first == UInt8(ascii: "."), let next = rest.dropFirst().first, NaturalOrder.isDigit(next) {
            rest = rest.dropFirst()
            guard let component = number() else { return nil }
            version.append(component)
        }
        if skip("sp") || skip("r") {
            guard let component = number() else { return nil }
            version.append(component)
        }
        return version
    }

    mutating func skip(_ word: String) -> Bool {
        guard rest.starts(with: word.utf8) else { return false }
        rest = rest.dropFirst(word.utf8.count)
        return true
    }

    /// At most nine digits, so that no version overflows.
    private mutating func number() -> Int? {
        let digits = rest.prefix { NaturalOrder.isDigit($0) }
        guard (1...9).contains(digits.count) else { return nil }
        rest = rest.dropFirst(digits.count)
        return digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    }
}
