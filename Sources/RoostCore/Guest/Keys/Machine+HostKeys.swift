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
                remedy: "Install qemu-guest-agent in the guest, or forget the keys: roost ssh --forget-key \(reference)"
            )
        }
        try await changeMetadata { $0.hostKeys = keys }
    }

    /// Forgets the keys of its guest's SSH server: ssh asks again, as for any host that it does not know.
    public func forgetHostKeys() async throws(Failure) { try await changeMetadata { $0.hostKeys = [] } }
}

extension Machine {
    /// What is known of the guest that a login goes to.
    /// - Throws: ``Failure`` of kind permission when the guest tells by its agent that it has other keys by now.
    func knownGuest(_ login: GuestLogin) async throws(Failure) -> (metadata: MachineMetadata, keys: KnownGuest?) {
        let metadata = try await metadata()
        // Another server of the same guest has keys of its own.
        guard !metadata.hostKeys.isEmpty, login.likelyPort == 22 else { return (metadata, nil) }
        if let present = await hostKeyNow(), !metadata.hostKeys.contains(present.key),
            metadata.hostKeys.contains(where: { $0.hasPrefix(present.kind) })
        {
            throw Failure(
                .permission, "Cannot log in to \(label)", why: "its guest has another SSH key than when it was made",
                remedy: "If that is right (it was installed anew, or its keys were changed): "
                    + "roost ssh --learn-key \(reference)")
        }
        return (metadata, KnownGuest(name: login.keyName, keys: metadata.hostKeys))
    }

    /// The guest's key of the usual kind, where its agent tells it soon. ssh itself compares in any case: this only says
    /// better what is wrong.
    private func hostKeyNow() async -> (key: String, kind: String)? {
        let domain = domain
        let answer = await promptAnswer(within: .seconds(2)) {
            (try? await GuestFile(domain: domain).read("/etc/ssh/ssh_host_ed25519_key.pub")) ?? nil
        }
        guard let bytes = answer, let key = PublicKey.bare(String(decoding: bytes, as: UTF8.self)) else {
            return nil
        }
        return (key, "ssh-ed25519 ")
    }
}
