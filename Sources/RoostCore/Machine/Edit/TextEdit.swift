/// A change of a whole definition by a person with an editor: applied as a whole or not at all.
public protocol TextEdit: Sendable {
    /// The text as it was when it was opened.
    var original: String { get }
    /// What it is of: "web1", "network lab".
    var label: String { get }
    /// For the editor's title bar.
    var fileName: String { get }

    /// Puts a text in the place of the definition.
    /// - Parameters:
    ///   - opened: what the person knows of the definition: ``original``, or what an outcome told.
    ///   - validating: have libvirt check it against its schema first.
    /// - Throws: ``Failure`` where it is not the text that is at fault, such as a lost connection.
    func apply(_ text: String, over opened: String, validating: Bool) async throws(Failure) -> DefinitionEdit.Outcome
}

extension TextEdit {
    /// Whether two texts differ in nothing but the white space at their ends, which editors add and take.
    package func areSame(_ one: String, _ other: String) -> Bool {
        func trimmed(_ text: String) -> Substring {
            text.lastIndex { !$0.isWhitespace }.map { text[...$0] } ?? ""
        }
        return trimmed(one) == trimmed(other)
    }
}
