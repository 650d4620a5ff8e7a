/// Hides the values that a file for cloud-init calls passwords, and private keys.
enum SecretLines {
    static func masked(_ text: String) -> String {
        var isInKey = false
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line -> String in
            if line.contains("-----BEGIN"), line.contains("PRIVATE KEY") {
                isInKey = true
                return String(line)
            }
            if line.contains("-----END") { isInKey = false }
            if isInKey { return String(line.prefix { $0 == " " }) + Secret("").description }
            guard
                let match = line.firstMatch(
                    of: /(?i)^(.*\b[a-z_]*(?:passwd|password|token|secret)["']?\s*:\s*)(\S.*)$/),
                // It says whether there is one, and is none.
                !match.1.lowercased().contains("lock_passwd")
            else { return String(line) }
            return match.1 + Secret("").description
        }
        return lines.joined(separator: "\n")
    }
}
