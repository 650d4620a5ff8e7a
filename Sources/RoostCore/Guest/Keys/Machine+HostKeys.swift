import Libvirt

extension Machine {
    private static let keyFiles = ["ed25519", "ecdsa", "rsa"].map { "/etc/ssh/ssh_host_\($0)_key.pub" }

    /// The keys that its guest's SSH server shows, as the guest's agent reads them.
    /// - Returns: none when no agent answers, or it may not read files.
    func hostKeysFromAgent() async -> [String] {
        var keys: [String] = []
        for path in Self.keyFiles {
            // One that may not read the first file may not read the others.
            guard let bytes = try? await GuestFile(domain: domain).read(path) else { continue }
            keys += String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline).compactMap {
                PublicKey.bare($0)
            }
        }
        return keys
    }

    /// Learns the keys of its guest's SSH server anew, for one whose keys have changed.
    /// - Throws: ``Failure`` of kind unsupported when the guest's agent cannot tell them.
    public func learnHostKeys() async throws(Failure) {
        let keys = await hostKeysFromAgent()
        guard !keys.isEmpty else {
            throw Failure(
                .unsupported, "Cannot learn the SSH keys of \(label)", why: "its guest agent does not tell them",
                remedy: "Install qemu-guest-agent in the guest, or forget the keys: roost ssh --forget-key \(reference)")
        }
        try await changeMetadata { $0.hostKeys = keys }
    }

    /// Forgets the keys of its guest's SSH server: ssh asks again, as for any host that it does not know.
    public func forgetHostKeys() async throws(Failure) { try await changeMetadata { $0.hostKeys = [] } }
}
