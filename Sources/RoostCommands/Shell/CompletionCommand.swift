import ArgumentParser
import RoostCore

struct CompletionCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "completion", abstract: "Print the completion script of a shell.",
        discussion: """
            For bash: roost completion bash > /etc/bash_completion.d/roost
            For zsh: roost completion zsh > /usr/local/share/zsh/site-functions/_roost
            For fish: roost completion fish > ~/.config/fish/completions/roost.fish
            Names of machines, networks, pools and volumes are asked of the host as you type.
            """)

    @Argument(help: "bash, zsh or fish.", completion: .list(["bash", "zsh", "fish"]))
    var shell: String

    func run() throws {
        guard let known = CompletionShell(rawValue: shell) else {
            throw Failure(.usage, "There is no completion for '\(shell)'", remedy: "Use bash, zsh or fish.")
        }
        try Report.answer(Roost.completionScript(for: known))
    }
}
