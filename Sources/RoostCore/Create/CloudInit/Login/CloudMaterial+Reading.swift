import Glibc

extension CloudMaterial {
    /// Reads what a request names on this computer, and else takes the person's own keys.
    /// - Parameter person: where keys are looked for when none is named.
    /// - Throws: ``Failure`` for a file that cannot be read or is not what it is named as.
    static func read(_ request: CloudRequest, of person: Person = Person()) async throws(Failure) -> CloudMaterial {
        var material = CloudMaterial()
        if let path = request.userDataFile {
            material.userData = try OptionFile.text(path, option: "--user-data")
        } else {
            for path in request.sshKeyFiles { material.keys += try keys(path) }
            if request.sshKeyFiles.isEmpty { material.keys = await person.publicKeys() }
            if let path = request.passwordFile {
                material.passwordHash = try await PasswordHash.made(
                    of: try OptionFile.password(path, option: "--password-file"))
            }
        }
        material.networkConfig = try request.networkConfigFile.map { path throws(Failure) in
            try OptionFile.text(path, option: "--network-config")
        }
        return material
    }

    static func keys(_ path: String) throws(Failure) -> [String] {
        let text = try OptionFile.text(path, option: "--ssh-key")
        guard !text.contains("PRIVATE KEY-----") else {
            throw Failure(
                .usage, "--ssh-key: \(path) is a private key, which stays here",
                remedy: "Give the public one: --ssh-key \(ShellWord.quoted("\(path).pub"))")
        }
        let keys = PublicKey.lines(text)
        guard !keys.isEmpty else {
            throw Failure(
                .usage, "--ssh-key: \(path) holds no public key", remedy: "Make one: ssh-keygen -t ed25519")
        }
        return keys
    }
}
