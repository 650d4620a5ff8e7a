/// The steps that take back what a task of several steps has made, last first.
///
/// Each step that changes something pushes its opposite right after it succeeded. When a later step fails, ``unwind()``
/// runs them; when all succeeded, the stack is simply dropped.
public struct UndoStack: Sendable {
    private var steps: [(what: String, undo: @Sendable () async throws -> Void)] = []

    public init() {}

    /// - Parameter what: what is left behind if `undo` itself fails: "the volume /images/web1.qcow2".
    public mutating func push(_ what: String, _ undo: @escaping @Sendable () async throws -> Void) {
        steps.append((what, undo))
    }

    /// Runs every step, last first, each even when an earlier one failed.
    /// - Returns: what could not be taken back, with the reason, so that the person is told.
    public mutating func unwind() async -> [String] {
        var left: [String] = []
        while let step = steps.popLast() {
            // A cancelled task must still clean up: libvirt calls refuse to start in a cancelled task, so the undoing
            // runs in a task of its own.
            let undo = step.undo
            let result = await Task { try await undo() }.result
            if case .failure(let error) = result { left.append("\(step.what) (\(error))") }
        }
        return left
    }

    /// Runs every step after a failure.
    /// - Parameter remedy: how a person removes what was left behind, for a failure that has no remedy.
    /// - Returns: the failure to tell: the same, with what could not be taken back as a part of its reason.
    public mutating func unwind(after failure: Failure, remedy: String? = nil) async -> Failure {
        let left = await unwind()
        guard !left.isEmpty else { return failure }
        let words = "left behind: \(left.joined(separator: "; "))"
        return Failure(
            failure.kind, failure.what, why: failure.why.map { "\($0); \(words)" } ?? words,
            remedy: failure.remedy ?? remedy)
    }
}
