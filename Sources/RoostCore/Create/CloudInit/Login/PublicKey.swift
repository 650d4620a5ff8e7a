/// Public keys of SSH as text.
enum PublicKey {
    private static let kinds = ["ssh-ed25519", "ssh-rsa", "ssh-dss", "sk-ssh-ed25519@openssh.com"]
    private static let longest = 16 << 10

    /// The lines of a text that are public keys, each once.
    static func lines(_ text: String) -> [String] {
        var seen: Set<String> = []
        return text.split(whereSeparator: \.isNewline).map { $0.drop { $0 == " " } }.filter { line in
            isKey(line) && seen.insert(String(line)).inserted
        }.map(String.init)
    }

    /// The kind and the key without its comment; nil for what is none.
    static func bare(_ line: some StringProtocol) -> String? {
        let words = line.split(separator: " ", maxSplits: 2)
        guard words.count >= 2, isKind(words[0]), isBase64(words[1]) else { return nil }
        return "\(words[0]) \(words[1])"
    }

    /// Options may stand in front.
    private static func isKey(_ line: Substring) -> Bool {
        guard line.utf8.count <= longest, !line.hasPrefix("#"), line.unicodeScalars.allSatisfy(OptionText.isPrintable)
        else { return false }
        let words = line.split(separator: " ")
        return words.indices.dropLast().contains { isKind(words[$0]) && isBase64(words[$0 + 1]) }
    }

    private static func isKind(_ word: some StringProtocol) -> Bool {
        kinds.contains(String(word)) || word.hasPrefix("ecdsa-sha2-nistp") || word.hasPrefix("sk-ecdsa-sha2-nistp256@")
    }

    private static func isBase64(_ word: some StringProtocol) -> Bool {
        word.utf8.count >= 40 && word.hasPrefix("AAAA")
            && word.utf8.allSatisfy { $0.isLetterOrDigit || "+/=".utf8.contains($0) }
    }
}
