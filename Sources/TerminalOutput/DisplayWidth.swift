/// How many columns text takes on a terminal.
///
/// Not `wcwidth`: it knows nothing but ASCII in the C locale, which is what cron jobs, containers and many servers
/// run with, and it cannot see that a sequence of scalars is one emoji.
enum DisplayWidth {
    static func of(_ text: String) -> Int {
        var ascii = 0
        for byte in text.utf8 {
            guard byte < 0x80 else { return text.reduce(0) { $0 + of($1) } }
            ascii += 1
        }
        return ascii
    }

    static func of(_ character: Character) -> Int {
        var width = 0
        var isEmoji = false
        for (index, scalar) in character.unicodeScalars.enumerated() {
            if index == 0 {
                isEmoji = scalar.properties.isEmojiPresentation
            } else if scalar.value == 0xfe0f {
                // Asks for the coloured picture of a character that is text by itself.
                isEmoji = true
            }
            width += of(scalar)
        }
        return isEmoji ? 2 : width
    }

    private static func of(_ scalar: Unicode.Scalar) -> Int {
        if scalar.value < 0x300 { return 1 }
        if isWide(scalar.value) { return 2 }
        // Vowels and final consonants of a Korean syllable that is spelt out join its first letter.
        if (0x1160...0x11ff).contains(scalar.value) { return 0 }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return 0
        default: return 1
        }
    }

    /// Wide and full-width characters of Unicode's East Asian Width, in whole blocks.
    private static func isWide(_ value: UInt32) -> Bool {
        switch value {
        case ..<0x1100: false
        case 0x1100...0x115f, 0x231a...0x231b, 0x2329...0x232a, 0x23e9...0x23ec: true
        case 0x2e80...0x303e, 0x3041...0x33ff, 0x3400...0x4dbf, 0x4e00...0x9fff: true
        case 0xa000...0xa4cf, 0xa960...0xa97f, 0xac00...0xd7a3, 0xf900...0xfaff: true
        case 0xfe10...0xfe19, 0xfe30...0xfe6f, 0xff01...0xff60, 0xffe0...0xffe6: true
        case 0x16fe0...0x18cff, 0x1aff0...0x1b2ff, 0x1f200...0x1f2ff, 0x1f300...0x1f64f: true
        case 0x1f680...0x1f6ff, 0x1f900...0x1f9ff, 0x1fa70...0x1faff, 0x20000...0x3fffd: true
        default: false
        }
    }

    /// The text cut to a number of columns, its end replaced by `…` when something is left out.
    static func truncated(_ text: String, to columns: Int) -> String { fitted(text, to: columns).text }

    /// The same, with the width that is left.
    static func fitted(_ text: String, to columns: Int) -> (text: String, width: Int) {
        guard columns > 0 else { return ("", 0) }
        if text.utf8.prefix(columns + 1).allSatisfy({ $0 < 0x80 }) {
            let count = text.utf8.count
            if count <= columns { return (text, count) }
            // A combining mark later on cannot join what is kept: at least one more ASCII character lies between.
            return (text[..<text.utf8.index(text.startIndex, offsetBy: columns - 1)] + "…", columns)
        }
        var width = 0
        var end = text.startIndex
        var widthAtEnd = 0
        var index = text.startIndex
        while index < text.endIndex {
            let next = width + of(text[index])
            if next > columns { return (text[..<end] + "…", widthAtEnd + 1) }
            index = text.index(after: index)
            width = next
            if width < columns { (end, widthAtEnd) = (index, width) }
        }
        return (text, width)
    }
}
