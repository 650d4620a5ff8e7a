/// The assignments of an os-release file.
struct OSReleaseFile: Equatable {
    private let values: [String: String]

    init(_ text: String) {
        var values: [String: String] = [:]
        for line in text.split(separator: "\n").prefix(200) {
            guard let sign = line.firstIndex(of: "="), !line.hasPrefix("#") else { continue }
            let word = line[line.index(after: sign)...].drop { $0 == " " }
            values[String(line[..<sign])] = Self.unquoted(word)
        }
        self.values = values
    }

    subscript(_ name: String) -> String? { values[name].flatMap { $0.isEmpty ? nil : $0 } }

    private static func unquoted(_ word: Substring) -> String {
        var inner = word
        while inner.last?.isWhitespace ?? false { inner.removeLast() }
        if let quote = inner.first, quote == "\"" || quote == "'", inner.count > 1, inner.last == quote {
            inner = inner.dropFirst().dropLast()
        }
        var result = ""
        var isEscaped = false
        for character in inner {
            if character == "\\", !isEscaped {
                isEscaped = true
            } else {
                result.append(character)
                isEscaped = false
            }
        }
        return result
    }
}
