import TerminalOutput

/// A file's content for a terminal: lines and tabs stay, everything else that could drive it becomes visible.
enum SafeLines {
    static func text(_ bytes: [UInt8]) -> String {
        String(decoding: bytes, as: UTF8.self)
            .split(separator: "\n", omittingEmptySubsequences: false)
            .map { line in
                line.split(separator: "\t", omittingEmptySubsequences: false)
                    .map { HostileText.sanitised(String($0)) }.joined(separator: "\t")
            }
            .joined(separator: "\n")
    }
}
