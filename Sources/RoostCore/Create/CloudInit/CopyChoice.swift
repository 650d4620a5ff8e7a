/// How a machine's disk is to be made from an image.
public enum CopyChoice: String, CaseIterable, Sendable, Equatable {
    /// The quickest that is safe.
    case auto
    /// An own copy that shares its blocks with the image where the file system can.
    case reflink
    /// A file that holds only what differs from the image, which must stay.
    case overlay
    /// An own copy of every byte.
    case full

    init(parsing text: String?) throws(RequestError) {
        guard let text else {
            self = .auto
            return
        }
        guard let choice = CopyChoice(rawValue: text) else {
            throw RequestError(
                option: "--copy", what: "\(ValueProblem.quote(text)) is not one of its values",
                remedy: "Write \(Self.allCases.map(\.rawValue).joined(separator: ", ")).")
        }
        self = choice
    }
}
