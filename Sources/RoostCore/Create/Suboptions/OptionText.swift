/// The text of an option as written on the command line: `KEY[=VALUE],…`, with a shell's quotes around commas.
///
/// The rules are virt-install's: single quotes keep everything, double quotes keep everything but `\"` and `\\`, a
/// backslash outside quotes keeps the next character, and the first `=` of an element ends its name. Unlike
/// virt-install, which drops an empty element, it is an error here: `,,` is QEMU's way to write a comma, and
/// dropping it would silently cut a path in two.
enum OptionText {
    /// No option that a person writes comes near this; the bound keeps error messages and memory small.
    static let maximumBytes = 64 * 1024

    static func split(_ text: String) throws(ValueProblem) -> [OptionElement] {
        guard !text.isEmpty else {
            throw ValueProblem("the value is empty", remedy: "Give a value, or leave the option out.")
        }
        guard text.utf8.count <= maximumBytes else {
            throw ValueProblem("the value is longer than 64 KiB", remedy: "Shorten it.")
        }
        guard text.unicodeScalars.allSatisfy(isPrintable) else {
            throw ValueProblem(
                "the value holds a control character",
                remedy: "Remove it; a line break or tab often comes from pasting.")
        }
        var elements: [OptionElement] = []
        for word in try words(of: text) {
            guard !word.isEmpty else {
                throw ValueProblem(
                    "there is nothing between two commas, or beside one",
                    remedy: "Remove the extra comma. A comma inside a value is written in quotes: path='\"/a,b\"'.")
            }
            let parts = word.unicodeScalars.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            elements.append(
                OptionElement(name: String(parts[0]), value: parts.count > 1 ? String(parts[1]) : nil))
        }
        return elements
    }

    /// Text that `split` reads back as exactly these elements.
    static func join(_ elements: [OptionElement]) -> String {
        elements.map { element in
            guard let value = element.value else { return quoted(element.name) }
            return quoted(element.name) + "=" + quoted(value)
        }.joined(separator: ",")
    }

    /// Whether XML and a terminal can both carry the character.
    static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value >= 0x20 && !(0x7f...0x9f).contains(scalar.value) && scalar.value & 0xfffe != 0xfffe
    }

    private static func quoted(_ text: String) -> String {
        let special: Set<Unicode.Scalar> = [",", "\"", "'", "\\"]
        guard text.isEmpty || text.unicodeScalars.contains(where: special.contains) else { return text }
        var result = "\""
        for scalar in text.unicodeScalars {
            if scalar == "\"" || scalar == "\\" { result.unicodeScalars.append("\\") }
            result.unicodeScalars.append(scalar)
        }
        return result + "\""
    }

    private static func words(of text: String) throws(ValueProblem) -> [String] {
        var words: [String] = []
        var word = String.UnicodeScalarView()
        var quote: Unicode.Scalar?
        var escaped = false
        for scalar in text.unicodeScalars {
            if escaped {
                if let quote, scalar != quote, scalar != "\\" { word.append("\\") }
                word.append(scalar)
                escaped = false
            } else if scalar == "\\", quote != "'" {
                escaped = true
            } else if let open = quote {
                if scalar == open { quote = nil } else { word.append(scalar) }
            } else if scalar == "\"" || scalar == "'" {
                quote = scalar
            } else if scalar == "," {
                words.append(String(word))
                word = String.UnicodeScalarView()
            } else {
                word.append(scalar)
            }
        }
        if let quote {
            throw ValueProblem(
                "the quote \(quote) is not closed", remedy: "Close it, or write \\\(quote) for the character itself.")
        }
        if escaped {
            throw ValueProblem("a backslash ends the value", remedy: "Write \\\\ for a backslash.")
        }
        words.append(String(word))
        return words
    }
}
