/// Where an answer comes from: the terminal, or a test.
public protocol ConfirmationInput: Sendable {
    var isTerminal: Bool { get }

    /// Nil at the end of input.
    func readLine() -> String?
}
