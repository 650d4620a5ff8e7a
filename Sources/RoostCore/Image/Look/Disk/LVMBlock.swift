/// One section of LVM's metadata text: values, and sections below it.
struct LVMBlock: Equatable {
    let name: String
    private(set) var values: [String: [String]] = [:]
    private(set) var blocks: [LVMBlock] = []

    private static let deepest = 16
    private static let mostTokens = 200_000

    private init(name: String) { self.name = name }

    init?(parsing text: String) {
        guard let tokens = Self.tokens(text) else { return nil }
        var position = 0
        self.init(name: "")
        guard read(tokens, &position, depth: 0) else { return nil }
    }

    func number(_ key: String) -> UInt64? { values[key]?.first.flatMap { UInt64($0) } }
    func words(_ key: String) -> [String] { values[key] ?? [] }
    func block(_ name: String) -> LVMBlock? { blocks.first { $0.name == name } }

    /// - Returns: false for what is no such text.
    private mutating func read(_ tokens: [String], _ position: inout Int, depth: Int) -> Bool {
        guard depth < Self.deepest else { return false }
        while position < tokens.count, tokens[position] != "}" {
            let key = tokens[position]
            guard position + 1 < tokens.count else { return false }
            let sign = tokens[position + 1]
            position += 2
            if sign == "{" {
                var block = LVMBlock(name: key)
                guard block.read(tokens, &position, depth: depth + 1), position < tokens.count else { return false }
                position += 1
                blocks.append(block)
            } else if sign == "=", position < tokens.count {
                var list = [tokens[position]]
                if list == ["["] {
                    guard let end = tokens[position...].firstIndex(of: "]") else { return false }
                    list = tokens[(position + 1)..<end].filter { $0 != "," }
                    position = end
                }
                values[key] = list
                position += 1
            } else {
                return false
            }
        }
        return true
    }

    private static func tokens(_ text: String) -> [String]? {
        var tokens: [String] = []
        var word = ""
        var (isQuoted, isComment) = (false, false)
        func isSign(_ scalar: Unicode.Scalar) -> Bool { "{}[]=,".unicodeScalars.contains(scalar) }
        for scalar in text.unicodeScalars {
            if isComment {
                isComment = scalar != "\n"
            } else if isQuoted {
                if scalar == "\"" {
                    isQuoted = false
                    tokens.append(word)
                    word = ""
                } else {
                    word.unicodeScalars.append(scalar)
                }
            } else if scalar == "\"" {
                isQuoted = true
            } else if scalar == "#" || scalar.properties.isWhitespace || isSign(scalar) {
                if !word.isEmpty { tokens.append(word) }
                word = ""
                isComment = scalar == "#"
                if isSign(scalar) { tokens.append(String(scalar)) }
            } else {
                word.unicodeScalars.append(scalar)
            }
            guard tokens.count < mostTokens else { return nil }
        }
        if !word.isEmpty { tokens.append(word) }
        return tokens
    }
}
