/// The passwords of an installation as /etc/shadow keeps them.
struct UnattendedHashes: Sendable, Equatable {
    var admin: Secret
    var user: Secret?
}

extension UnattendedMaterial {
    func hashed() async throws(Failure) -> UnattendedHashes {
        var hashes = UnattendedHashes(admin: try await PasswordHash.made(of: adminPassword))
        if let userPassword { hashes.user = try await PasswordHash.made(of: userPassword) }
        return hashes
    }
}
