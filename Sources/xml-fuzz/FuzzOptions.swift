/// What the command line asks for.
struct FuzzOptions {
    struct Problem: Error {
        var message: String
    }

    var runs = 10_000
    var seed: UInt64 = 1
    /// Whether each input is on disk while it is tried, to be found after a crash. Slower.
    var savesEachInput = false
    var corpus: [String] = []

    init(_ arguments: some Sequence<String>) throws(Problem) {
        var rest = Array(arguments)[...]
        while let argument = rest.popFirst() {
            switch argument {
            case "--runs": runs = try Self.number(argument, rest.popFirst())
            case "--seed": seed = try Self.number(argument, rest.popFirst())
            case "--save-inputs": savesEachInput = true
            case _ where argument.hasPrefix("-"): throw Problem(message: "unknown option \(argument)")
            default: corpus.append(argument)
            }
        }
        guard !corpus.isEmpty, runs >= 0 else {
            throw Problem(message: "usage: xml-fuzz [--runs N] [--seed S] [--save-inputs] CORPUS…")
        }
    }

    private static func number<Number: FixedWidthInteger>(
        _ option: String, _ text: String?
    ) throws(Problem) -> Number {
        guard let text, let number = Number(text) else { throw Problem(message: "\(option) needs a number") }
        return number
    }
}
