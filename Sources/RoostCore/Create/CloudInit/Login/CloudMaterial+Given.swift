extension CloudMaterial {
    /// What a person sends along with a request, where the command line names files. No file is looked at, and nobody's own
    /// keys are taken.
    /// - Parameters:
    ///   - keys: public keys, one or more lines in each text.
    ///   - userData: a whole document for cloud-init, instead of keys and password.
    /// - Throws: ``Failure`` of kind usage.
    public static func given(
        keys: [String] = [], password: Secret? = nil, userData: String? = nil, networkConfig: String? = nil
    ) async throws(Failure) -> CloudMaterial {
        var material = CloudMaterial()
        for text in keys {
            guard !text.contains("PRIVATE KEY-----") else {
                throw Failure(
                    .usage, "That is a private key, which stays with its owner", remedy: "Send the public one.")
            }
            let found = PublicKey.lines(text)
            guard !found.isEmpty else { throw Failure(.usage, "That is no public key", remedy: "Make one: ssh-keygen") }
            material.keys += found
        }
        if userData != nil, !keys.isEmpty || password != nil {
            throw Failure(
                .usage, "userData is sent as it is", why: "keys and a password are given as well",
                remedy: "Write them into it, or leave it out.")
        }
        for (name, text) in [("userData", userData), ("networkConfig", networkConfig)] {
            guard let text, text.utf8.count > 256 << 10 else { continue }
            throw Failure(.usage, "\(name) is larger than 256 KiB")
        }
        (material.userData, material.networkConfig) = (userData, networkConfig)
        if let password {
            let text = password.revealed
            guard !text.isEmpty, text.utf8.count <= 512, text.unicodeScalars.allSatisfy(OptionText.isPrintable) else {
                throw Failure(.usage, "That is no password", remedy: "Use up to 512 bytes without control characters.")
            }
            material.passwordHash = try await PasswordHash.made(of: password)
        }
        return material
    }

    /// Whether a text is one or more public keys.
    public static func isKeys(_ text: String) -> Bool { !PublicKey.lines(text).isEmpty }
}
