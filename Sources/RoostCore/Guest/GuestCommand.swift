/// What ssh is to run in a guest.
public enum GuestCommand {
    /// One word is a line for the guest's shell, as it stands. Several are a program and its arguments, which arrive there
    /// just so.
    /// - Returns: nil for no words, which is a login shell.
    public static func line(_ words: [String]) -> String? {
        guard words.count > 1 else { return words.first }
        let line = words.map(ShellWord.quoted).joined(separator: " ")
        // The guest's shell gets it behind its own -c, where some look for options still.
        return line.hasPrefix("-") ? " " + line : line
    }
}
