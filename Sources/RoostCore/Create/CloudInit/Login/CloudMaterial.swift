/// What a first boot is made of that lies on this computer: keys, a password, whole files.
public struct CloudMaterial: Sendable, Equatable {
    /// Lines as in `authorized_keys`.
    var keys: [String] = []
    /// As the guest's /etc/shadow takes it.
    var passwordHash: Secret?
    var userData: String?
    var networkConfig: String?

    /// Whether nobody could log in.
    var letsNobodyIn: Bool { keys.isEmpty && passwordHash == nil && userData == nil }

    /// The same without what is secret, to be shown.
    var masked: CloudMaterial {
        var masked = self
        masked.passwordHash = passwordHash.map { Secret($0.description) }
        masked.userData = userData.map(SecretLines.masked)
        return masked
    }
}
