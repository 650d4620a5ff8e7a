/// A short label that groups machines: `web`, `env:test`.
public struct MachineTag: Sendable, Equatable, Hashable, CustomStringConvertible {
    public static let maximumBytes = 64

    public let description: String

    /// - Throws: `RequestError` when the text is not `[a-z0-9][a-z0-9._:-]*` or longer than 64 bytes.
    public init(_ text: String, option: String = "--tag") throws(RequestError) {
        let letters = Set("abcdefghijklmnopqrstuvwxyz0123456789".unicodeScalars)
        guard let first = text.unicodeScalars.first, letters.contains(first), text.utf8.count <= Self.maximumBytes,
            text.unicodeScalars.allSatisfy({ letters.contains($0) || "._:-".unicodeScalars.contains($0) })
        else {
            throw RequestError(
                option: option, what: "\(ValueProblem.quote(text)) is not a tag",
                remedy: "A tag has up to 64 of a-z 0-9 . _ : - and starts with a letter or digit.")
        }
        description = text
    }
}
