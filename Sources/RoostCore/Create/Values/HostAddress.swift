/// Checks the shape of addresses and host names; nothing is looked up.
enum HostAddress {
    static func isValid(_ text: String) -> Bool {
        if text.contains(":") { return isIPv6(text) }
        let labels = text.split(separator: ".", omittingEmptySubsequences: false)
        if labels.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }) {
            return labels.count == 4 && labels.allSatisfy { UInt8($0) != nil && ($0 == "0" || !$0.hasPrefix("0")) }
        }
        return text.utf8.count <= 253
            && labels.allSatisfy { label in
                (1...63).contains(label.utf8.count) && !label.hasPrefix("-") && !label.hasSuffix("-")
                    && label.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") }
            }
    }

    private static func isIPv6(_ text: String) -> Bool {
        let halves = text.split(separator: "%", maxSplits: 1, omittingEmptySubsequences: false)
        if halves.count == 2, halves[1].isEmpty { return false }
        var address = String(halves[0])
        var wanted = 8
        if let last = address.split(separator: ":", omittingEmptySubsequences: false).last, last.contains(".") {
            guard isValid(String(last)), last.last?.isNumber == true else { return false }
            address = String(address.dropLast(last.count)) + "0"
            wanted = 7
        }
        var pieces: [Substring] = address.split(separator: ":", omittingEmptySubsequences: false)
        if address.hasPrefix("::") { pieces.removeFirst() }
        if address.hasSuffix("::") { pieces.removeLast() }
        let gaps = pieces.count(where: \.isEmpty)
        let groups = pieces.allSatisfy { $0.utf8.count <= 4 && $0.allSatisfy { $0.isASCII && $0.isHexDigit } }
        return groups && (gaps == 0 ? pieces.count == wanted : gaps == 1 && pieces.count <= wanted)
    }
}
