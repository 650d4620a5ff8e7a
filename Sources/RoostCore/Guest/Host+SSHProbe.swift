extension Host {
    /// For an SSH server's first words.
    private static let patience = Duration.seconds(2)
    /// The same through a login, where a busy link takes its part.
    private static let farPatience = Duration.seconds(5)

    /// Whether an SSH server answers at a guest's address, asked from where the guest is.
    func answersSSH(_ address: String, port: UInt16 = 22) async throws -> Bool {
        guard !uri.isLocal, let login = try HostLogin(to: uri, name: name) else {
            return try await SSHProbe.answers(address, port: port, within: Self.patience)
        }
        // The guest may have written it, and here it becomes a word of ssh's.
        guard GuestAddresses.socketAddress(address, port: port) != nil else { return false }
        let words = login.master.arguments + ["-W", "[\(address)]:\(port)", "--", "roost"]
        let answer = try await SSHProgram.ask(words, within: Self.farPatience)
        return answer?.output.split(whereSeparator: \.isNewline).contains { $0.hasPrefix("SSH-") } == true
    }
}
