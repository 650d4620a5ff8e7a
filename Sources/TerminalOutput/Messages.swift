/// Notices, warnings and errors for people, on standard error, each line with `roost:` in front.
public struct Messages: Sendable {
    private let output: any TextOutput
    private let styling: Styling
    private let isQuiet: Bool

    /// - Parameter isQuiet: leaves notices out; warnings and errors are always said.
    public init(output: any TextOutput, styling: Styling, isQuiet: Bool = false) {
        self.output = output
        self.styling = styling
        self.isQuiet = isQuiet
    }

    /// What was decided or done, such as a default that was chosen.
    public func notice(_ text: String) {
        if !isQuiet { say("", .plain, text) }
    }

    public func warning(_ text: String, hint: String? = nil) {
        say("warning: ", .yellow, text)
        if let hint { say("hint: ", .cyan, hint) }
    }

    /// What failed and why, and what to do about it.
    public func error(_ text: String, hint: String? = nil) {
        say("error: ", .red, text)
        if let hint { say("hint: ", .cyan, hint) }
    }

    /// A question whose answer is typed behind it.
    public func prompt(_ text: String) throws(OutputError) {
        try output.write(HostileText.sanitised(text))
        try output.flush()
    }

    /// Later lines of one message are indented: text from a guest or from QEMU cannot pass for a message of its own.
    private func say(_ word: String, _ style: Style, _ text: String) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: true)
            .map { HostileText.sanitised(String($0)) }
        let body = lines.joined(separator: "\n    ")
        // Where even standard error is closed, nobody is left to tell.
        try? output.write("roost: " + styling.apply(style, to: word) + body + "\n")
        try? output.flush()
    }
}
