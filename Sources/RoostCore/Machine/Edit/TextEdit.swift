/// A definition that a person changes in an editor, applied as a whole or not at all.
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

extension DefinitionEdit: TextEdit {
    public var label: String { machine.label }
    public var fileName: String { machine.name }
}
