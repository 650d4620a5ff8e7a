import Glibc

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension CloudMaterial {
    /// The largest file for cloud-init that is taken, in bytes; it must fit a seed.
    private static let longestFile = 1 << 20

    /// Reads what a request names on this computer, and else takes the person's own keys.
    /// - Parameter person: where keys are looked for when none is named.
    /// - Throws: ``Failure`` for a file that cannot be read or is not what it is named as.
    static func read(_ request: CloudRequest, of person: Person = Person()) async throws(Failure) -> CloudMaterial {
        var material = CloudMaterial()
        if let path = request.userDataFile {
            material.userData = try text(path, option: "--user-data")
        } else {
            for path in request.sshKeyFiles { material.keys += try keys(path) }
            if request.sshKeyFiles.isEmpty { material.keys = await person.publicKeys() }
            if let path = request.passwordFile {
                material.passwordHash = try await PasswordHash.made(of: try password(path))
            }
        }
        material.networkConfig = try request.networkConfigFile.map { path throws(Failure) in
            try text(path, option: "--network-config")
        }
        return material
    }

    private static func keys(_ path: String) throws(Failure) -> [String] {
        let text = try text(path, option: "--ssh-key")
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

    /// The first line, without its end.
    private static func password(_ path: String) throws(Failure) -> Secret {
        let text = try text(path, option: "--password-file")
        let line = text.prefix { !$0.isNewline }
        guard !line.isEmpty, line.utf8.count <= 512, line.unicodeScalars.allSatisfy(OptionText.isPrintable) else {
            throw Failure(
                .usage, "--password-file: the first line of \(path) is no password",
                remedy: "Write it into the first line; 512 bytes at most.")
        }
        return Secret(String(line))
    }

    private static func text(_ path: String, option: String) throws(Failure) -> String {
        let head: LocalHead
        do throws(LocalFiles.Errno) {
            head = try LocalFiles.head(path, count: longestFile + 1)
        } catch {
            throw Failure(
                error.number == ENOENT ? .notFound : .permission, "\(option): cannot read \(path)", why: "\(error)",
                remedy: "Check the path; the file lies on this computer.")
        }
        guard head.bytes.count <= longestFile else {
            throw Failure(.usage, "\(option): \(path) is larger than 1 MiB", remedy: "Check the path.")
        }
        guard let text = String(validating: head.bytes, as: UTF8.self) else {
            throw Failure(.usage, "\(option): \(path) is not text", remedy: "Check the path.")
        }
        return text
    }
}
