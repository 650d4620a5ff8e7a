/// What is wrong with a value, said by something that does not know which option the value belongs to.
struct ValueProblem: Error, Equatable {
    var what: String
    var remedy: String

    init(_ what: String, remedy: String) {
        self.what = what
        self.remedy = remedy
    }

    /// The value as an error shows it: in quotes, and never long enough to bury the message.
    static func quote(_ value: String) -> String {
        let limit = 60
        let printable = String(
            String.UnicodeScalarView(value.unicodeScalars.map { OptionText.isPrintable($0) ? $0 : "?" }))
        return printable.count <= limit ? "'\(printable)'" : "'\(printable.prefix(limit))…'"
    }
}
