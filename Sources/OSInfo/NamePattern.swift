/// `debian*` in the shell's manner, or a piece of the name.
struct NamePattern {
    private let pattern: [Character]

    init(_ pattern: String) {
        let isGlob = pattern.contains { $0 == "*" || $0 == "?" }
        self.pattern = Array((isGlob ? pattern : "*\(pattern)*").lowercased())
    }

    /// Goes back only to the last `*`, so that no pattern takes more than quadratic time.
    func matches(_ name: String) -> Bool {
        let text = Array(name.lowercased())
        var p = 0
        var t = 0
        var star: (pattern: Int, text: Int)?
        while t < text.count {
            if p < pattern.count, pattern[p] == "*" {
                star = (p, t)
                p += 1
            } else if p < pattern.count, pattern[p] == "?" || pattern[p] == text[t] {
                p += 1
                t += 1
            } else if let last = star {
                star = (last.pattern, last.text + 1)
                p = last.pattern + 1
                t = last.text + 1
            } else {
                return false
            }
        }
        return pattern[p...].allSatisfy { $0 == "*" }
    }
}
