/// What a ticket is good for, and for whom.
struct ConsoleGrant: Hashable, Sendable {
    let user: String
    let session: SessionID?
    let token: TokenID?
    let place: ConsolePlace
    /// Take the serial console away from whom has it open.
    let takesOver: Bool
    /// The machine's name, for the audit trail.
    let name: String

    init(_ identity: Identity, _ place: ConsolePlace, takesOver: Bool = false, name: String? = nil) {
        user = identity.user
        session = identity.session
        token = identity.token
        self.place = place
        self.takesOver = takesOver
        self.name = name ?? place.machine
    }

    /// Whether whoever asks is the one it was given to: the same person in the same session.
    func isFor(_ identity: Identity) -> Bool {
        user == identity.user && session == identity.session && token == identity.token
    }
}
