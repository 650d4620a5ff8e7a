/// Text from hosts and guests, made safe to print.
///
/// A machine's name, a guest's host name or an error from QEMU may hold anything. Printed raw, an escape sequence
/// could retitle the window, move the cursor over other lines, or turn their direction; a newline could forge a row.
public enum HostileText {
    /// The text with everything that could drive a terminal written as visible escapes, such as `\x1b`, `\n`, `\u202e`.
    public static func sanitised(_ text: String) -> String {
        if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7f }) { return text }
        guard text.unicodeScalars.contains(where: isHostile) else { return text }
        var safe = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if isHostile(scalar) {
                safe.append(contentsOf: escape(scalar).unicodeScalars)
            } else {
                safe.append(scalar)
            }
        }
        return String(safe)
    }

    /// Controls, line and paragraph separators, everything that changes direction, and what prints nothing at all.
    static func isHostile(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x20..<0x7f: false
        case ..<0x20, 0x7f..<0xa0: true
        case 0xad, 0x61c, 0x180e, 0xfeff: true
        case 0x200b, 0x200e, 0x200f, 0x2028...0x202e, 0x2060...0x206f: true
        case 0xfff9...0xfffb, 0xe0000...0xe0fff: true
        default: false
        }
    }

    private static func escape(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "\n": return "\\n"
        case "\r": return "\\r"
        case "\t": return "\\t"
        default:
            let digits = String(scalar.value, radix: 16)
            if scalar.value < 0x100 { return "\\x" + (digits.count < 2 ? "0" : "") + digits }
            return digits.count <= 4
                ? "\\u" + String(repeating: "0", count: 4 - digits.count) + digits : "\\u{\(digits)}"
        }
    }
}
