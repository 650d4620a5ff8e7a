import RoostCore
import TerminalOutput

/// One of several ways to go on, chosen by a person on the terminal.
struct Choice: Hashable, Sendable {
    /// What is typed for it.
    let letter: Character
    let words: String

    static let editAgain = Choice(letter: "e", words: "edit again")
    static let force = Choice(letter: "f", words: "apply without the schema's check")
    static let overwrite = Choice(letter: "o", words: "overwrite the other change with yours")
    static let giveUp = Choice(letter: "g", words: "give up")

    /// Asks until one of them is chosen.
    /// - Parameter failure: is thrown where nobody can answer, as without a terminal and at the end of input.
    /// - Throws: `CancellationError` for Ctrl-C.
    static func ask(_ question: String, _ choices: [Choice], unless failure: any Error) throws -> Choice {
        let input = StandardInput()
        guard input.isTerminal, StreamOutput.standardError.isTerminal else { throw failure }
        let offer = choices.map { "\($0.letter) \($0.words)" }.joined(separator: ", ")
        while true {
            try StreamOutput.standardError.write("\(question) (\(offer)) ")
            try StreamOutput.standardError.flush()
            guard let line = input.readLine() else {
                try StreamOutput.standardError.write("\n")
                try StreamOutput.standardError.flush()
                try Task.checkCancellation()
                throw failure
            }
            let typed = line.lowercased().filter { !$0.isWhitespace }
            if let choice = choices.first(where: { typed == String($0.letter) }) { return choice }
        }
    }
}
