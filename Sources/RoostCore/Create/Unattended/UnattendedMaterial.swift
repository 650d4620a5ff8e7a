/// The passwords that an installation is to set, from files of this computer.
public struct UnattendedMaterial: Sendable, Equatable {
    var adminPassword: Secret
    var userPassword: Secret?

    /// - Throws: ``Failure`` for a file that cannot be read, or whose first line no installer could take.
    static func read(_ option: UnattendedOption) throws(Failure) -> UnattendedMaterial {
        guard let admin = option.adminPasswordFile else {
            throw Failure(.usage, "--unattended: root has no password", remedy: "Add admin-password-file=FILE.")
        }
        return UnattendedMaterial(
            adminPassword: try password(admin, "admin-password-file"),
            userPassword: try option.userPasswordFile.map { path throws(Failure) in
                try password(path, "user-password-file")
            })
    }

    /// The scripts put it into lines of their own languages, which quote with what is refused here.
    private static func password(_ path: String, _ suboption: String) throws(Failure) -> Secret {
        let option = "--unattended \(suboption)="
        let password = try OptionFile.password(path, option: option)
        let text = password.revealed
        guard text.unicodeScalars.allSatisfy({ $0.isASCII && !"'\"\\`$".unicodeScalars.contains($0) }),
            text.first != " ", text.last != " "
        else {
            throw Failure(
                .usage, "\(option): an installer could misread the password in \(path)",
                remedy: "Use ASCII without quotes, backslash, '$' and '`', and no space at its ends.")
        }
        return password
    }
}
