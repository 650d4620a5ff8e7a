/// The name that a guest gives itself.
enum GuestHostname {
    static func isValid(_ text: String) -> Bool {
        let labels = text.split(separator: ".", omittingEmptySubsequences: false)
        return text.utf8.count <= 253
            && labels.allSatisfy { label in
                (1...63).contains(label.utf8.count) && !label.hasPrefix("-") && !label.hasSuffix("-")
                    && label.utf8.allSatisfy { $0.isLetterOrDigit || $0 == UInt8(ascii: "-") }
            }
    }

    /// A machine's name as far as a host may be called so: what else there is becomes a dash.
    static func made(from machine: String) -> String {
        let labels = machine.split(separator: ".").map { label in
            let plain = label.unicodeScalars.map { scalar in
                scalar.isASCII && UInt8(scalar.value).isLetterOrDigit ? Character(scalar) : "-"
            }
            let cut = plain.drop { $0 == "-" }.prefix(63)
            return String(cut.reversed().drop { $0 == "-" }.reversed())
        }
        let name = labels.filter { !$0.isEmpty }.joined(separator: ".")
        return isValid(name) ? name : "machine"
    }
}
