/// Asks before something is destroyed.
public struct Confirmation: Sendable {
    /// Nobody is there to answer.
    public struct NotInteractive: Error, Sendable, Hashable, CustomStringConvertible {
        public let question: String

        public var description: String { "\(question) Nobody can answer here; say --yes to go ahead" }
    }

    private let input: any ConfirmationInput
    private let output: any TextOutput

    /// - Parameter output: standard error, so that the question shows while the result goes into a pipe.
    public init(input: any ConfirmationInput, output: any TextOutput) {
        self.input = input
        self.output = output
    }

    /// True only for `y` or `yes`; an empty answer and the end of input mean no.
    /// - Parameters:
    ///   - question: one sentence that ends in a question mark.
    ///   - details: what exactly will go, one line each, shown before the question.
    /// - Throws: `NotInteractive` unless both sides are a terminal. It does not look for another terminal then: a
    ///   script that was started from one would hang on it.
    public func ask(_ question: String, details: [String] = []) throws(NotInteractive) -> Bool {
        let safe = HostileText.sanitised(question)
        guard input.isTerminal, output.isTerminal else { throw NotInteractive(question: safe) }
        let lines = details.map { "  " + HostileText.sanitised($0) + "\n" }
        do throws(OutputError) {
            try output.write(lines.joined() + safe + " [y/N] ")
            try output.flush()
        } catch {
            // A question that could not be shown was not answered with yes.
            return false
        }
        guard let line = input.readLine() else {
            // The next message starts on a line of its own.
            try? output.write("\n")
            try? output.flush()
            return false
        }
        let answer = line.lowercased().filter { !$0.isWhitespace }
        return answer == "y" || answer == "yes"
    }
}
