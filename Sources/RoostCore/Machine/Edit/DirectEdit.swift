import Libvirt

/// An edit that speaks to libvirt itself.
protocol DirectEdit: TextEdit {
    /// The definition for the next start.
    func nextDefinition() async throws(Failure) -> String
    /// What can be said about a text without asking libvirt.
    func fault(in text: String) -> Failure?
    func define(_ text: String, validating: Bool) async throws(LibvirtError)
    /// - Parameter hadEffect: whether libvirt's text is another one now.
    func applied(hadEffect: Bool) async throws(Failure) -> DefinitionEdit.Applied
}

extension DirectEdit {
    public func apply(
        _ text: String, over opened: String, validating: Bool
    ) async throws(Failure) -> DefinitionEdit.Outcome {
        if areSame(text, opened), opened == original { return .unchanged }
        if let failure = fault(in: text) { return .rejected(failure, canForce: false) }
        let now = try await nextDefinition()
        if areSame(text, now) { return .unchanged }
        guard now == opened else { return .changedMeanwhile(now: now) }
        do throws(LibvirtError) {
            try await define(text, validating: validating)
        } catch {
            let failure = Failure("Cannot apply the definition of \(label)", error)
            guard ![.unreachable, .permission, .interrupted].contains(failure.kind) else { throw failure }
            return .rejected(failure, canForce: validating && error.code == .xmlInvalidSchema)
        }
        return .applied(try await applied(hadEffect: try await nextDefinition() != now))
    }
}
