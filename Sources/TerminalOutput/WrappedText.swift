/// Text that is broken between words to fit a terminal.
public enum WrappedText {
    /// - Parameters:
    ///   - text: any; it is made safe here.
    ///   - indent: in front of every line but the first.
    ///   - used: columns that the first line has lost already.
    ///   - width: the terminal's; nil breaks nothing.
    public static func render(_ text: String, indent: Int, used: Int, width: Int?) -> String {
        let text = HostileText.sanitised(text)
        guard let width, width > indent + 20 else { return text }
        var result = ""
        var column = used
        for word in text.split(separator: " ", omittingEmptySubsequences: false) {
            let size = DisplayWidth.of(String(word))
            if column > indent, column + 1 + size > width {
                result += "\n" + String(repeating: " ", count: indent)
                column = indent
            } else if !result.isEmpty {
                result += " "
                column += 1
            }
            result += word
            column += size
        }
        return result
    }
}
