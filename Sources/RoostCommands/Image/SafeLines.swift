import TerminalOutput

/// A file's content for a terminal: lines and tabs stay, everything else that could drive it becomes visible.
enum SafeLines {
    /// Text that programs get as it is.
    static func shown(_ text: String, onTerminal isTerminal: Bool) -> String {
        isTerminal ? self.text(Array(text.utf8)) : text
    }

    static func text(_ bytes: [UInt8]) -> String {
        // By scalars: for Swift a carriage return and the line feed behind it are one character.
        var result = ""
        var piece = String.UnicodeScalarView()
        for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
            guard scalar == "\n" || scalar == "\t" else {
                piece.append(scalar)
                continue
            }
            result += HostileText.sanitised(String(piece))
            result.unicodeScalars.append(scalar)
            piece = String.UnicodeScalarView()
        }
        return result + HostileText.sanitised(String(piece))
    }
}
