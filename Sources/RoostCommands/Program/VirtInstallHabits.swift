import RoostCore

/// Options of virt-install, virsh and their like that are called otherwise here.
enum VirtInstallHabits {
    private static let remedies = [
        "--ram": "Write --memory.",
        "--connect": "Write --host.",
        "--print-xml": "Write --dry-run.",
        "--nodisks": "Write --disk none.",
        "--nonetworks": "Write --network none.",
        "--file": "Write --disk.",
        "--vnc": "Write --graphics vnc.",
        "--nographics": "Write --graphics none.",
        "--cloud-init": "Write --image IMAGE, with --ssh-key, --password-file, --user-data or --network-config.",
        "--hvm": "Leave it out: the guest is always fully virtual.",
        "--location": "Boot the installer's kernel with --boot kernel=…,initrd=…, or its image with --cdrom.",
    ]

    /// A better answer to an option that `create` does not know.
    /// - Parameter message: the parser's.
    static func failure(_ message: String, arguments: [String]) -> Failure? {
        guard arguments.first(where: { !$0.hasPrefix("-") }) == "create",
            let option = message.firstMatch(of: /^Unknown option '(--[a-z-]+)/)?.1,
            let remedy = remedies[String(option)]
        else { return nil }
        return Failure(.usage, "create has no option \(option)", remedy: remedy)
    }
}
