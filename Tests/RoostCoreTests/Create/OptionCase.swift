import Testing

@testable import RoostCore

/// An option's text and what must come of it: the option written back, or the error's text.
struct OptionCase: Sendable, CustomTestStringConvertible {
    var option: String
    var text: String
    var expected: String

    init(_ option: String, _ text: String, _ expected: String) {
        self.option = option
        self.text = text
        self.expected = expected
    }

    var testDescription: String { "\(option) \(text)" }
}
