import Subprocess

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Who works at this computer, as far as a new guest is to know: a name and public keys.
struct Person: Sendable {
    var environment: @Sendable (String) -> String? = { ProcessInfo.processInfo.environment[$0] }
    private static let patience = Duration.seconds(5)
    private static let longestAnswer = 1 << 18

    /// The name to log in with where neither the request nor the image has one.
    var login: String {
        let name = environment("USER") ?? environment("LOGNAME") ?? ""
        // root may not log in on most systems, and is there already.
        return LoginName.isPossible(name) && name != "root" ? name : "admin"
    }

    /// Those that the person's ssh would offer: of the agent, else of ~/.ssh.
    func publicKeys() async -> [String] {
        let held = await agentKeys()
        return held.isEmpty ? fileKeys() : held
    }

    private func agentKeys() async -> [String] {
        guard environment("SSH_AUTH_SOCK")?.isEmpty == false else { return [] }
        // Without a program, an agent or keys in it there are those of the files.
        let answer = try? await withTimeLimit(Self.patience) {
            try await Subprocess.run(
                .name("ssh-add"), arguments: ["-L"], input: .none, output: .string(limit: Self.longestAnswer),
                error: .discarded
            ).standardOutput
        }
        return PublicKey.lines((answer ?? nil) ?? "")
    }

    private func fileKeys() -> [String] {
        guard let home = environment("HOME"), home.hasPrefix("/") else { return [] }
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "\(home)/.ssh")) ?? []
        let files = names.filter { $0.hasPrefix("id_") && $0.hasSuffix(".pub") }.sorted()
        return files.flatMap { name in
            let head = try? LocalFiles.head("\(home)/.ssh/\(name)", count: Self.longestAnswer)
            return PublicKey.lines(String(decoding: head?.bytes ?? [], as: UTF8.self))
        }
    }
}
