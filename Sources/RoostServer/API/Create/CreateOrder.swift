import RoostCore

/// What a person sends who wants a machine.
struct CreateOrder: StrictBody {
    static let fields: Set<String> = ["options", "sshKeys", "password", "userData", "networkConfig"]

    /// By the names on the command line, without dashes.
    var options: [String: CreateOptionValue]
    /// Public keys that may log in.
    var sshKeys: [String]?
    /// Of the user in the guest.
    var password: String?
    /// A whole document for cloud-init.
    var userData: String?
    /// Another one.
    var networkConfig: String?
}

extension CreateOrder {
    /// The options, and the keys among them: on the command line `--ssh-key` names a file, here it is the key itself.
    func split() -> (options: [String: CreateOptionValue], keys: [String]) {
        var options = options
        guard let given = options["ssh-key"], given.texts.allSatisfy(CloudMaterial.isKeys) else {
            return (options, sshKeys ?? [])
        }
        options["ssh-key"] = nil
        return (options, (sshKeys ?? []) + given.texts)
    }

    var hasMaterial: Bool { sshKeys != nil || password != nil || userData != nil || networkConfig != nil }

    /// What does the same on the command line. Content that was sent stands there as the file that it would be.
    func command(on host: Host) -> String {
        let (options, keys) = split()
        var words = ["roost", "create"]
        if case .text(let name) = options["name"] { words.append(host.reference(name)) }
        for (name, value) in options.sorted(by: { $0.key < $1.key }) where name != "name" {
            switch value {
            case .flag(true): words.append("--\(name)")
            case .flag(false): break
            default: words += value.texts.flatMap { ["--\(name)", ShellWord.quoted($0)] }
            }
        }
        if !keys.isEmpty { words += ["--ssh-key", "KEY.pub"] }
        if password != nil { words += ["--password-file", "FILE"] }
        if userData != nil { words += ["--user-data", "FILE"] }
        if networkConfig != nil { words += ["--network-config", "FILE"] }
        return words.joined(separator: " ")
    }
}
