import LibvirtXML

/// The password of one display, and until when it is good.
struct DisplayPassword: Sendable {
    let secret: Secret
    /// In UTC; nil without end.
    let validUntil: String?

    func set(on display: inout LibvirtXML.Graphics) {
        display.password = secret.revealed
        display.passwordValidUntil = validUntil
    }

    /// Stands for a password where the definition is shown. Its validity has ended, so it opens nothing.
    static let placeholder = DisplayPassword(secret: Secret("hidden"), validUntil: "1970-01-01T00:00:00")
}
