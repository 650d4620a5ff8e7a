import OSInfo

/// The answers to Ubuntu's installer (subiquity), which takes them as user data of cloud-init: "autoinstall", version 1.
///
/// Users are made by cloud-init at the first start of what was installed, with words that all its versions know.
struct Autoinstall {
    /// What the installer's kernel is told: not to ask before it writes to the disk, and where the answers are.
    static let kernelArguments = ["autoinstall", "ds=nocloud"]

    let request: MachineRequest
    let option: UnattendedOption
    let passwords: UnattendedHashes

    /// Whether a system's installer takes such answers: that of Ubuntu since 20.04.
    /// - Parameter kernel: the installer's, as a path in its medium; nil where there is none.
    static func isTaken(by system: OSInfo.OperatingSystem?, kernel: String?) -> Bool {
        guard let system, system.distribution == "ubuntu", let year = system.version?.split(separator: ".").first,
            (Int(year) ?? 0) >= 20
        else { return false }
        return kernel?.hasPrefix("casper/") ?? true
    }

    /// An image of a disc that is labelled as cloud-init looks for it. It holds passwords' hashes: not to be printed.
    var seed: [UInt8] {
        var meta = YAMLText()
        // A guest that is installed gets a name of its own.
        meta.add("instance-id", .text("iid-roost-install"))
        return SeedDisc(files: [
            ("meta-data", Array(meta.document().utf8)), ("user-data", Array(userData.utf8)),
        ]).image()
    }

    private var userData: String {
        var config = YAMLText()
        config.add("autoinstall", .map(answers))
        return "#cloud-config\n" + config.document()
    }

    private var answers: [(String, YAMLText.Value)] {
        var answers: [(String, YAMLText.Value)] = [
            ("version", .number(1)), ("locale", .text("\(option.language ?? "en_US").UTF-8")),
            ("keyboard", .map([("layout", .text(option.keyboard ?? "us"))])),
            ("timezone", .text(option.timezone ?? "Etc/UTC")),
            ("storage", .map([("layout", .map([("name", .text("direct"))]))])),
            ("ssh", .map([("install-server", .truth(true)), ("allow-pw", .truth(true))])),
            ("user-data", .map(firstStart)),
            ("shutdown", .text("reboot")),
        ]
        if let mirror = option.mirror {
            let primary = YAMLText.Value.map([("arches", .list([.text("default")])), ("uri", .text(mirror))])
            answers.append(("apt", .map([("primary", .list([primary]))])))
        }
        return answers
    }

    private var firstStart: [(String, YAMLText.Value)] {
        var users: [YAMLText.Value] = [.map(login("root", passwords.admin))]
        if let user = option.userLogin, let hash = passwords.user {
            let more: [(String, YAMLText.Value)] = [
                ("groups", .list([.text("adm"), .text("sudo")])), ("shell", .text("/bin/bash")),
            ]
            users.append(.map(login(user, hash) + more))
        }
        return [
            ("hostname", .text(GuestHostname.made(from: request.name))), ("disable_root", .truth(false)),
            ("ssh_pwauth", .truth(true)), ("users", .list(users)),
        ]
    }

    /// For a user that is there already, as root is, only the last word sets a password.
    private func login(_ name: String, _ hash: Secret) -> [(String, YAMLText.Value)] {
        [
            ("name", .text(name)), ("lock_passwd", .truth(false)), ("passwd", .text(hash.revealed)),
            ("hashed_passwd", .text(hash.revealed)),
        ]
    }
}
