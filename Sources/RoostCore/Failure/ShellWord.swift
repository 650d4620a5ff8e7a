/// Makes a name or a path one word of a shell's command: for people to copy, and for what crosses SSH as a command.
public enum ShellWord {
    /// Mean something to a shell where a command's name stands.
    private static let reserved: Set<String> = [
        "case", "coproc", "do", "done", "elif", "else", "esac", "fi", "for", "function", "if", "in", "select", "then",
        "time", "until", "while",
    ]

    /// The text as one word of a POSIX shell.
    public static func quoted(_ text: String) -> String {
        let plain = text.unicodeScalars.allSatisfy { scalar in
            scalar.isASCII
                && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil
                    || "/._-+:@%,".unicodeScalars.contains(scalar))
        }
        return plain && !text.isEmpty && !reserved.contains(text)
            ? text : "'" + text.replacingEach("'", with: "'\\''") + "'"
    }
}

extension String {
    /// Replaces a scalar wherever it stands. `replacing` looks at whole characters, and a quote that an accent was put upon is
    /// another one for Swift, but not for C.
    func replacingEach(_ scalar: Unicode.Scalar, with text: String) -> String {
        var result = UnicodeScalarView()
        for found in unicodeScalars {
            if found == scalar { result.append(contentsOf: text.unicodeScalars) } else { result.append(found) }
        }
        return String(result)
    }
}
