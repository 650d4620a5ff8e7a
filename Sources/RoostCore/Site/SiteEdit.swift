/// A definition that a person has open in an editor.
public protocol SiteEdit: Sendable {
    /// What messages call the machine.
    var label: String { get }
    /// The definition as it was when it was opened.
    var original: String { get }
    func apply(
        _ text: String, over opened: String, validating: Bool
    ) async throws(Failure) -> DefinitionEdit.Outcome
}
