/// Whom to log in as, and at which machine: `[USER@]MACHINE`.
public struct GuestTarget: Hashable, Sendable {
    /// nil leaves it to ssh's configuration.
    public let user: String?
    /// As the person calls it.
    public let machine: String

    /// - Parameters:
    ///   - text: `[USER@]MACHINE`. It ends at the first `@`, so that a host's own `@` may follow it.
    ///   - user: given apart from the text, which then is the machine as a whole: its name may hold an `@`.
    /// - Throws: ``Failure`` of kind usage for a user that no host can have, and where no machine is named.
    public init(_ text: String, user: String? = nil) throws(Failure) {
        let parts = text.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
        let isSplit = user == nil && parts.count == 2
        self.user = user ?? (isSplit ? String(parts[0]) : nil)
        machine = isSplit ? String(parts[1]) : text
        guard !machine.isEmpty else {
            throw Failure(.usage, "'\(text)' names no machine", remedy: "Give [USER@]MACHINE; roost list shows them.")
        }
        guard self.user.map(SSHDestination.isUser) ?? true else {
            throw Failure(
                .usage, "'\(self.user ?? "")' is not a user that ssh can be given",
                remedy: "Give a name of letters, digits and . _ - + that does not begin with '-'.")
        }
    }
}
