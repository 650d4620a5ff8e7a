import ArgumentParser

/// The answer, given in advance, to the question before something is destroyed.
struct ConsentOptions: ParsableArguments {
    @Flag(name: .long, help: "Go ahead without asking.")
    var yes = false

    /// Shows what will go and asks, unless the answer was given.
    func ask(_ question: String, details: [String]) throws {
        if !yes { try Report.confirm(question, details: details) }
    }

    /// Shows in any case what will be done, and asks unless the answer was given.
    func show(_ details: [String], asking question: String) throws {
        guard yes else { return try Report.confirm(question, details: details) }
        for line in details { Report.notice(line) }
    }
}
