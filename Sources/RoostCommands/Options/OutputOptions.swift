import ArgumentParser
import TerminalOutput

/// How a command that lists or shows prints its answer.
struct OutputOptions: ParsableArguments {
    @Option(
        name: .long, help: "How to print the answer: \(OutputFormat.allCases.map(\.rawValue).joined(separator: ", ")).")
    var format: OutputFormat = .table

    @Flag(name: [.short, .long], help: "Print names or ids only, one a line.")
    var quiet = false
}
