import Subprocess

/// A password as /etc/shadow keeps it (SHA-512 crypt), made by openssl, which gets it on its standard input: arguments can be
/// read by everybody on the computer.
enum PasswordHash {
    static func made(of password: Secret) async throws(Failure) -> Secret {
        let task = "Cannot prepare the password"
        let hash: String?
        do {
            let result = try await Subprocess.run(
                .name("openssl"), arguments: ["passwd", "-6", "-stdin"], input: .string(password.revealed + "\n"),
                output: .string(limit: 4096), error: .discarded)
            hash = result.terminationStatus.isSuccess ? result.standardOutput : nil
        } catch {
            throw Failure(
                .unsupported, task, why: "openssl cannot be run: \(error)", remedy: "Install the package openssl.")
        }
        guard let line = hash?.split(whereSeparator: \.isNewline).first, line.hasPrefix("$6$") else {
            throw Failure(.general, task, why: "openssl gave no SHA-512 hash", remedy: "Look at: openssl passwd -6")
        }
        return Secret(String(line))
    }
}
